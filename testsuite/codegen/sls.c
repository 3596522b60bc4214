/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "-mharden-sls=all in this form" } */
/* { dg-options "-O2 -mharden-sls=all" } */
/* Speculation stops follow jumps and returns and never come between check and
   call.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
tail (int (*f) (int), int x)
{
  return f (x);
}

/* { dg-final { check-calls 2 } } */
/* { dg-final { scan-object "jmp +\\*%r.*\\n.*\\tcc +\\tint3" } } */
