/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -ffunction-sections" } */
/* Checks and preambles in sections of several names.  Where there is a table of
   trap sites, see sections-traps.c as well.  */

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
/* { dg-final { check-preamble one 6144b4a7 } } */
/* { dg-final { check-preamble three 6144b4a7 } } */
