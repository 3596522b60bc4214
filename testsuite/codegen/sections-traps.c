/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require trap-table "traps say by themselves what they are" } */
/* { dg-options "-O2 -ffunction-sections" } */
/* One table of trap sites for each section of code, linked to it.  */

#include "sections.c"

/* { dg-final { check-calls 5 } } */
/* { dg-final { scan-sections-times " \\.kcfi_traps +PROGBITS +\\S+ \\S+ 000008 00 +AL +\\d+ +0 +1" 2 } } */
/* { dg-final { scan-sections-times " \\.kcfi_traps +PROGBITS +\\S+ \\S+ 000004 00 +AL +\\d+ +0 +1" 1 } } */
