/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "names its registers" } */
/* { dg-require plugin "clang reserves no general register" } */
/* { dg-options "-O2 -ffixed-r10 -ffixed-r11" } */
/* Neither is free; the next call-clobbered register that holds no argument is
   taken, and where all hold one, one is saved around the comparison.  The id must not
   stand in the code: the address behind it would pass checks.  */

typedef long function (long, long, long, long, long, long, ...);

long
full (function *f, double x)
{
  return f (1, 2, 3, 4, 5, 6, x) + 1;
}

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { scan-object-not "%r1\[01]" } } */
/* { dg-final { scan-object-times "\\tud2" 2 } } */
/* { dg-final { scan-object-times "\\tpush .*\\n.*\\tmov .*\\n.*\\tadd +-0x4.*\\n.*\\tpop .*\\n.*\\tje .*\\n.*\\tud2" 1 } } */
/* { dg-final { scan-object-not "\\tcmp" } } */
