/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of functions that interprocedural passes make, and merged ones.  */

int g (int);

static __attribute__ ((__noinline__)) int
for_constant (int k, int x)
{
  int r = 0;
  for (int i = 0; i < x; i++)
    r += g (k * i);
  return r;
}

int
use_3 (int x)
{
  return for_constant (3, x) + for_constant (3, x + 1);
}

int
use_4 (int x)
{
  return for_constant (4, x);
}

int
split (int *p)
{
  int r = 0;
  if (!p)
    return 0;
  for (int i = 0; i < 100; i++)
    r += g (p[i]) * g (i) + g (r);
  return r;
}

int
use_split (int *p)
{
  return split (p) + 1;
}

int
equal (int x)
{
  return g (x) * 7 + g (x + 1);
}

int
equal_too (int x)
{
  return g (x) * 7 + g (x + 1);
}
