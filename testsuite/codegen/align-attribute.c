/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang aligns the preamble instead of the entry" } */
/* { dg-options "-O2 -fpatchable-function-entry=4,4" } */
/* aligned (64) with a prefix: still the entry; functions around it keep 16.  */

int one (int x) { return x + 1; }
int __attribute__ ((__aligned__ (64))) two (int x) { return x + 2; }
int three (int x) { return x + 3; }
int __attribute__ ((__aligned__ (32))) four (int x) { return x + 4; }

/* { dg-final { check-preamble one 00050794 } } */
/* { dg-final { check-preamble two 00050794 -pad any -align 64 } } */
/* { dg-final { check-preamble three 00050794 } } */
/* { dg-final { check-preamble four 00050794 -pad any -align 32 } } */
