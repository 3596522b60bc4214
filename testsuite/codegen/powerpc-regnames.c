/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require powerpc "has -mregnames" } */
/* { dg-options "-O2 -mregnames" } */
/* GCC then calls r0 %r0: still no base of an address.  */

typedef long function (long, long, long, long, long, long, long, long);

long
call (function *f, void *chain, long a)
{
  return __builtin_call_with_static_chain (f (a, 2, 3, 4, 5, 6, 7, 8), chain) + 1;
}

/* { dg-final { check-calls 1 } } */
/* { dg-final { scan-object "lwzx +r0,0,r0" } } */
