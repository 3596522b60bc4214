/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "-mlong-calls" } */
/* { dg-options "-mlong-calls" } */
/* Calls of known functions, the compiler's own among them, go through a register
   under -mlong-calls.  They have nothing to be checked.  */

extern int known (int);

int
call (int x, int (*f) (int))
{
  return known (x) + f (x);
}

double
library_call (long long x, long long y)
{
  return (double) (x / y) + (double) x;
}

struct big
{
  char bytes[4096];
};

void
copy (struct big *to, const struct big *from)
{
  *to = *from;
}

/* { dg-final { check-calls 1 -unchecked any -ids 00050794 } } */
