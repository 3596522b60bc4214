/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the large model" } */
/* { dg-options "-O1 -mcmodel=large -fno-pic -fno-pie" } */
/* A call of a known function that only goes through a register has nothing to
   be checked.  */

extern int known (int);

int
large_model (int x)
{
  return known (x) + 1;
}

int
checked (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 1 -unchecked 1 -ids 00050794 } } */
