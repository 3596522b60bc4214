/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "both jumps go through a register or memory" } */
/* { dg-options "-O2 -fcf-protection=none" } */
/* As jump-tables.c, with the number of unchecked jumps.  */

#include "jump-tables.c"

/* { dg-final { check-calls 1 -unchecked 2 } } */
