/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the reach of its loads" } */
/* { dg-options "-O2 -fpatchable-function-entry=124,124" } */
/* The largest prefix that an eight-bit displacement reaches over.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { check-calls 1 -ids 00050794 } } */
