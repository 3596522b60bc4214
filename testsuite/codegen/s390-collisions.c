/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require s390 "r2 to r5 hold arguments, r0 the static chain" } */
/* The return address is live, the called address in r1: r0 waits in memory.  */

typedef long function (long, long, long, long);

long
call (long a, long b, long c, long d, function **f, void *chain)
{
  return __builtin_call_with_static_chain ((*f) (a, b, c, d), chain);
}

/* { dg-final { check-calls 1 -target %r1 } } */
/* { dg-final { scan-object "stg.%r0,16\\(%r15\\)" } } */
/* { dg-final { scan-object "lg.%r0,16\\(%r15\\)" } } */
