/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "has literal pools" } */
/* { dg-more-options "-marm -march=armv6 -mfloat-abi=soft" } */
/* A literal pool that machine_reorg puts between a check and its call: the weld
   pass says over how much it has moved the check.  */

#include "../../codegen/support/arm-pools.h"

/* { dg-final { check-stages } } */
/* { dg-final { scan-dump weld {insn \d+: id 0x[0-9a-f]+, check is insn \d+, moved over \d+ insns?$} } } */
