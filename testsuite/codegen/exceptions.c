/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "counts what GCC makes without the plugin" } */
/* { dg-do compile } */
/* { dg-options "-O1 -fexceptions -fnon-call-exceptions" } */
/* Where insns that are no calls can throw, a check cannot: the table of ranges
   stays as it is without checks, 3 in that compiler without the plugin.  */

extern void clean (int *);

int
call (int (*f) (int), int x)
{
  int y __attribute__ ((__cleanup__ (clean))) = x;
  return f (x) + f (y);
}

/* { dg-final { scan-assembler-times "\\.LEHB\[0-9\]+:" 3 } } */
