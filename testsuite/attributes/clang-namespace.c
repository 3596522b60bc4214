/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -std=gnu2x" } */
/* Clang's own namespace for it.  */

[[clang::no_sanitize ("kcfi")]] int
exempt (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
checked (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 1 -unchecked 1 } } */
