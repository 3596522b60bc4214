/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "pads of the preamble" } */
/* { dg-options "-O2 -falign-functions=1" } */
/* An alignment below 16 has no effect on functions with an id.  */

int one (int x) { return x + 1; }
int two (int x) { return x * 3 + 2; }
int three (int x) { return x + 3; }

/* { dg-final { check-preamble one 00050794 } } */
/* { dg-final { check-preamble two 00050794 } } */
/* { dg-final { check-preamble three 00050794 } } */
