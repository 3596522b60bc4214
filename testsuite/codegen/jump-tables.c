/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -fcf-protection=none" } */
/* The jumps of a switch and of a computed goto are no calls: neither checked nor disturbed.  Some machines
   have tables of branches and no jump through a register.  */

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
    case 6: return a (x) * 11;
    case 7: return b (x) + 13;
    case 8: return c (x) - 17;
    case 9: return d (x) ^ 19;
    case 10: return e (x) | 23;
    case 11: return g (x) * 29;
    case 12: return a (x) + 31;
    case 13: return b (x) - 37;
    case 14: return c (x) ^ 41;
    case 15: return d (x) | 43;
    case 16: return e (x) * 47;
    default: return 0;
    }
}

int
computed (const void *label, int x)
{
  static const void *const labels[] = { &&one, &&two };

  goto *labels[x];
one:
  return 5;
two:
  return label != 0;
}

/* { dg-final { check-calls 1 -unchecked any } } */
