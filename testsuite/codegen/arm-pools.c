/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "has literal pools" } */
/* { dg-options "-O2 -marm -march=armv6 -mfloat-abi=soft" } */
/* Literal pools, which GCC places late: one that falls between a check and its
   call makes the check move behind it.  4096 bytes are their reach in A32.  */

#include "support/arm-pools.h"

/* { dg-final { check-calls 3200 } } */
