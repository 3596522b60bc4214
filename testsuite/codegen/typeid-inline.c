/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An inline function that is taken here and emitted elsewhere: its body is known
   when optimising, and then it has no __kcfi_typeid_ symbol.  */

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

/* { dg-final { check-no-typeid c99_inline } } */
/* { dg-final { check-no-typeid gnu_inline } } */
