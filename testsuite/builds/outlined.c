/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls inside of OpenMP regions, which become functions of their own whose
   address the run-time library gets.  */

#include "trap.h"

typedef int function (int);

NOINLINE int
right (int x)
{
  return x + 1;
}

NOINLINE int
wrong (unsigned x)
{
  REACHED ();
  return (int) x + 1;
}

function *volatile pointer;

NOINLINE int
in_parallel (function *f, int n)
{
  int sum = 0;
#pragma omp parallel for reduction(+ : sum) num_threads(2)
  for (int i = 0; i < n; i++)
    sum += f (i);
#pragma omp task shared(sum) if (0)
  sum += f (1);
  trap_reached = 1;
  return sum;
}

/* One thread: the trap handler jumps out of the region.  */
NOINLINE int
in_one_thread (function *f, int n)
{
  int sum = 0;
#pragma omp parallel num_threads(1) reduction(+ : sum)
  for (int i = 0; i < n; i++)
    sum += f (i);
  return sum;
}

int
main (void)
{
  int r;

  pointer = right;
  MUST_PASS (r = in_parallel (pointer, 100));
  CHECK (r == 5050 + 2);
  pointer = (function *) wrong;
  MUST_TRAP (r = in_one_thread (pointer, 2));
  DONE ();
}
