/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenACC's compute regions.  */

void
regions (int *a, int n)
{
#pragma acc parallel loop copy(a[0 : n])
  for (int i = 0; i < n; i++)
    a[i]++;
#pragma acc kernels copy(a[0 : n])
  for (int i = 0; i < n; i++)
    a[i]++;
}
