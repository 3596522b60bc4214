/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "has both byte orders" } */
/* { dg-options "-O2 -mbig-endian -marm -march=armv7-a+fp" } */
/* The id is a big-endian word.  Instructions are big-endian here too, until the
   linker turns them round (--be8) and leaves data as it is.  */

struct operations
{
  int (*hook) (int);
};

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
member (struct operations *o, int x)
{
  return o->hook (x);
}

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
