/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of functions for vectors.  */

#pragma omp declare simd
__attribute__ ((__noinline__)) int
scalar (int x)
{
  return x + 1;
}

void
loop (int *a, int n)
{
#pragma omp simd
  for (int i = 0; i < n; i++)
    a[i] = scalar (a[i]);
}
