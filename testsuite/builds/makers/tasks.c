/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies of OpenMP regions, and the functions that copy their variables.  */

int g (int);
struct big { int x[100]; };

void
tasks (int n)
{
  struct big b = { { n } };
  int v[n];

  v[0] = 1;
#pragma omp parallel
#pragma omp single
#pragma omp task firstprivate(v, b)
  g (v[0] + b.x[3]);
}

void
offload (int *a, int n)
{
#pragma omp target teams distribute parallel for map(tofrom : a[0 : n])
  for (int i = 0; i < n; i++)
    a[i]++;
}
