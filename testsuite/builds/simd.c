/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC makes public copies of `f' that take vectors: they are reached by direct
   calls of the compiler's only and must not have the id of int (int).  */

#include "trap.h"

typedef int of_int (int);
typedef int of_unsigned (unsigned);

#pragma omp declare simd
__attribute__ ((__noinline__)) int
f (int x)
{
  return x + 1;
}

void *volatile pointer;
int from[64], to[64];

NOINLINE int
call_int (void *q, int x)
{
  return ((of_int *) q) (x) * 2;
}

NOINLINE int
call_unsigned (void *q, int x)
{
  return ((of_unsigned *) q) (x) * 2;
}

NOINLINE int
vector_loop (void)
{
  trap_reached = 1;
#pragma omp simd
  for (int i = 0; i < 64; i++)
    to[i] = f (from[i]);
  return to[63];
}

int
main (void)
{
  int r;

  MUST_PASS (r = vector_loop ());
  CHECK (r == 1);
  pointer = f;
  MUST_PASS ((trap_reached = 1, r = call_int (pointer, 1)));
  CHECK (r == 4);
  MUST_TRAP (r = call_unsigned (pointer, 1));
  DONE ();
}
