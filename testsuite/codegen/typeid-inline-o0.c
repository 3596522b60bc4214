/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O0" } */
/* An inline function that is taken here and emitted elsewhere: 
   without optimisation its symbol is needed.  */

inline int
c99_inline (int x)
{
  return x + 1;
}

extern inline __attribute__ ((__gnu_inline__)) int
gnu_inline (int x)
{
  return x + 1;
}

int (*table[]) (int) = { c99_inline, gnu_inline };

/* { dg-final { check-typeid c99_inline 00050794 } } */
/* { dg-final { check-typeid gnu_inline 00050794 } } */
