/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "has both byte orders" } */
/* { dg-options "-O2 -mbig-endian" } */
/* Instructions are as ever, the id in front of a function is a big-endian word,
   as the ldur of the check reads it.  */

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
