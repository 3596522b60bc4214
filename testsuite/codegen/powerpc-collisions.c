/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require powerpc "r3 to r10 hold arguments, r11 the static chain" } */
/* { dg-options "-O2 -mcpu=power10" } */
/* Only r0 is left, which is no base of an address.  For POWER10 GCC looks at
   insns again after the checks are placed.  */

typedef long function (long, long, long, long, long, long, long, long);

long
call (function *f, void *chain, long a)
{
  return __builtin_call_with_static_chain (f (a, 2, 3, 4, 5, 6, 7, 8), chain) + 1;
}

/* { dg-final { check-calls 1 } } */
/* { dg-final { scan-object "lwzx +r0,0,r0" } } */
