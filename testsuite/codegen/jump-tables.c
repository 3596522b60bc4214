/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 } */
/* { dg-options "-O2 -fcf-protection=none" } */
/* The jump of a switch is no call: neither checked nor disturbed.  */

extern int a (int), b (int), c (int), d (int), e (int), g (int);

int
choose (int x, int (*f) (int))
{
  switch (x)
    {
    case 0: return a (f (x));
    case 1: return b (x) * 3;
    case 2: return c (x) + 5;
    case 3: return d (x) - 7;
    case 4: return e (x) ^ 9;
    case 5: return g (x) | 1;
    default: return 0;
    }
}

/* { dg-final { check-calls 1 -unchecked 1 } } */
