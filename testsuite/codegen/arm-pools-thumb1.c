/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "has literal pools" } */
/* { dg-options "-O2 -mthumb -march=armv6-m -mfloat-abi=soft" } */
/* Literal pools, which GCC places late: one that falls between a check and its
   call makes the check move behind it.  1020 bytes are their reach in Thumb-1.  */

#include "support/arm-pools.h"

/* { dg-final { check-calls 3200 } } */
