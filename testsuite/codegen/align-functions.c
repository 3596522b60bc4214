/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang aligns the preamble instead of the entry" } */
/* { dg-options "-O2 -falign-functions=64" } */
/* The option is about entries.  */

int
one (int x)
{
  return x + 1;
}

int
two (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-preamble one 00050794 -pad any -align 64 } } */
/* { dg-final { check-preamble two 6144b4a7 -pad any -align 64 } } */
/* { dg-final { check-calls 1 } } */
