/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O1 -w -std=gnu11" } */
/* What is not checked: pointers without a prototype, constant addresses, exempt
   functions.  */

int
unprototyped (int (*f) ())
{
  return f (1) + 1;
}

int
constant_address (int x)
{
  return ((int (*) (int)) 0x70000000) (x) + 1;
}

int __attribute__ ((__no_sanitize__ ("kcfi")))
exempt (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
checked (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 1 -unchecked 3 -ids 00050794 } } */
/* { dg-final { check-preamble exempt 6144b4a7 } } */
