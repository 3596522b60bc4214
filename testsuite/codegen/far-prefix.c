/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the reach of its loads" } */
/* { dg-options "-O2 -fpatchable-function-entry=200,200" } */
/* A prefix beyond the reach of an eight-bit displacement: the check reads
   farther, and is longer than what kernels decode.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { check-calls 1 -ids 00050794 } } */
/* { dg-final { check-patchable-entries } } */
