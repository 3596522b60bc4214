/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "names its registers" } */
/* { dg-require plugin "decodes a check of the plugin's own" } */
/* { dg-options "-O2 -w" } */
/* Targets that were in a register whose addressing takes a byte more (r12), or in
   the check's own (r10): Linux's decoder looks back from the call by a fixed
   number of bytes, so they are moved.  */

typedef int function (int);

int
in_r12 (function *p, int x)
{
  register function *f __asm__ ("r12") = p;
  __asm__ volatile ("" : "+r" (f));
  return f (x) + 1;
}

int
in_r10 (function *p, int x)
{
  register function *f __asm__ ("r10") = p;
  __asm__ volatile ("" : "+r" (f));
  return f (x) + 1;
}

/* { dg-final { check-calls 2 } } */
