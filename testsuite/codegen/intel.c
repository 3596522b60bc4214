/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "-masm=intel" } */
/* { dg-options "-O2 -masm=intel -fpatchable-function-entry=4,2" } */
/* The other assembler syntax: the same bytes.  */

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

int (*table[4]) (int);
extern int outside (int);

int
memory (long i, int x)
{
  table[0] = outside;
  return table[i] (x) + 1;
}

/* { dg-final { check-calls 3 -ids {00050794 00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { check-typeid outside 00050794 } } */
