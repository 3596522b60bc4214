/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the length of its check" } */
/* Every register that may be a target, and live values in the others.  */

typedef long function (long, long, long, long, long, long);

long
many (function *const *f, long a, long b, long c, long d, long e)
{
  long r0 = f[0] (a, b, c, d, e, 0), r1 = f[1] (b, c, d, e, a, 1);
  long r2 = f[2] (c, d, e, a, b, r0), r3 = f[3] (d, e, a, b, c, r1);
  long r4 = f[4] (e, a, b, c, d, r2), r5 = f[5] (a, b, c, d, e, r3);

  return r0 + r1 * r2 + r3 * r4 + r5 * a + b * c + d * e;
}

/* Held in callee-saved registers over a loop.  */
long
loop (function *f, function *g, function *h, function *i, function *j, long n)
{
  long k, s = 0;

  for (k = 0; k < n; k++)
    {
      s += f (s, k, 1, 2, 3, 4);
      s += g (s, k, 1, 2, 3, 4);
      s += h (s, k, 1, 2, 3, 4);
      s += i (s, k, 1, 2, 3, 4);
      s += j (s, k, 1, 2, 3, 4);
    }
  return s;
}

long
variadic (long (*f) (int, ...), double x)
{
  return f (6, x, 1, 2, 3, 4, 5, 6, 7, x) + 1;
}

/* { dg-final { check-calls 12 } } */
