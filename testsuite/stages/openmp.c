/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenMP regions become functions of their own after the mark pass, which sees the
   calls in the function that the source has: the marks move out with them.  */

int
parallel (int (*f) (int), int n)
{
  int sum = 0;
#pragma omp parallel for reduction(+ : sum)
  for (int i = 0; i < n; i++)
    sum += f (i); /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
  return sum;
}

__attribute__ ((no_sanitize ("kcfi"))) void
exempt (int (*f) (int))
{
#pragma omp parallel
  f (1); /* { dg-mark "unchecked: no_sanitize" } */
}

/* { dg-more-options "-fopenmp" } */
/* { dg-final { check-stages } } */
/* { dg-final { scan-stage mark parallel "id 0x00050794" } } */
/* { dg-final { scan-stage tag parallel } } */
/* { dg-final { scan-stage tag parallel._omp_fn.* "id 0x00050794" } } */
/* { dg-final { scan-stage check parallel._omp_fn.* "id 0x00050794" } } */
/* { dg-final { scan-stage tag exempt._omp_fn.* "unchecked: no_sanitize" } } */
