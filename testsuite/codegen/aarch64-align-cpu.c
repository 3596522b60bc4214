/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "one of its processors" } */
/* { dg-options "-O2 -mcpu=cortex-a53" } */
/* The tuning demands 16 bytes (`.p2align 4'): the entry has them, as without the
   plugin.  clang-19 gives them to the id.  */

int one (int x) { return x + 1; }
int two (int x) { return x * 3 + 2; }
int three (int x) { return x + 3; }

/* { dg-final { check-preamble one 00050794 -align 16 } } */
/* { dg-final { check-preamble two 00050794 -align 16 } } */
/* { dg-final { check-preamble three 00050794 -align 16 } } */
