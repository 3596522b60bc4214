/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cold functions have the small alignment of -Os at every level; the cold part
   of a function has no preamble and its checks their own trap table.  */

int __attribute__ ((__cold__))
seldom (int x)
{
  return x + 1;
}

extern void __attribute__ ((__cold__)) report (int);
int work[64];

int
partitioned (int (*f) (int), int x)
{
  int i, sum = 0;

  for (i = 0; i < 64; i++)
    sum += work[i] * x;
  if (__builtin_expect (x == 77, 0))
    {
      report (x);
      sum += f (x);
      report (sum);
    }
  return sum;
}

/* { dg-final { check-preamble seldom 00050794 -pad 3 -align 4 } } */
/* { dg-final { check-preamble partitioned 6144b4a7 } } */
/* { dg-final { check-calls 1 -ids 00050794 } } */
/* { dg-final { scan-symbols-not "__cfi_\\S*\\.(cold|part)" } } */
