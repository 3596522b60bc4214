/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "names its registers" } */
/* { dg-require plugin "clang reserves no general register" } */
/* { dg-options "-O2 -ffixed-r10" } */
/* %r10 is not the compiler's: the check takes %r11.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
tail (int x, int (*f) (int))
{
  return f (x);
}

/* { dg-final { check-calls 2 } } */
/* { dg-final { scan-object-not "%r10" } } */
