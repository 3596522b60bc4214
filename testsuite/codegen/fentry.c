/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "-mfentry" } */
/* { dg-options "-O2 -pg -mfentry -fno-pie -fno-pic" } */
/* The profiling call is at the entry, behind the preamble, and does not touch
   the check.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { check-calls 1 } } */
/* { dg-final { scan-object-times "__fentry__" 1 } } */
