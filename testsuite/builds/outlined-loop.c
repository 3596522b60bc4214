/* SPDX-License-Identifier: GPL-3.0-or-later */
/* -ftree-parallelize-loops puts a loop into a function and hands its address to
   GOMP_parallel.  The one here calls it with a check, as a libgomp that was built
   with KCFI does.  */

#include "trap.h"

static int forge;
static int outlined;

NOINLINE void
GOMP_parallel (void (*f) (void *), void *data, unsigned threads, unsigned flags)
{
  (void) threads;
  (void) flags;
  outlined = 1;
  if (forge)
    ((void (*) (unsigned long)) f) ((unsigned long) data);
  else
    f (data);
  trap_reached = 1;
}

static int values[10000];

NOINLINE int
fill (int *a, int n)
{
  for (int i = 0; i < n; i++)
    a[i] = a[i] * 3 + i;
  return a[n - 1];
}

int
main (void)
{
  int r = 0;

  MUST_PASS (r = fill (values, 10000));
  CHECK (r == 9999);
  CHECK (outlined);
  forge = 1;
  MUST_TRAP (r = fill (values, 10000));
  DONE ();
}
