/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require trap-table "traps say by themselves what they are" } */
/* { dg-options "-O2 -ffunction-sections" } */
/* One table of trap sites for each section of code, linked to it.  */

int
one (int (*f) (int), int x)
{
  return f (x) + f (x + 1);
}

int
two (int (*f) (int), int x)
{
  return f (x) + 1;
}

int __attribute__ ((__section__ (".init.text")))
three (int (*f) (int), int x)
{
  return f (x) + 1;
}

int __attribute__ ((__section__ (".init.text")))
four (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
without (int x)
{
  return x;
}

/* { dg-final { check-calls 5 } } */
/* { dg-final { scan-sections-times " \\.kcfi_traps +PROGBITS +\\S+ \\S+ 000008 00 +AL +\\d+ +0 +1" 2 } } */
/* { dg-final { scan-sections-times " \\.kcfi_traps +PROGBITS +\\S+ \\S+ 000004 00 +AL +\\d+ +0 +1" 1 } } */
