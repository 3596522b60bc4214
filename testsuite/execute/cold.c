/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers and callees in cold code: cold functions have their own section and a
   smaller alignment, and so have cold parts of others.  */

#include "trap.h"

typedef int function (int);

static int __attribute__ ((__cold__))
good (int x)
{
  REACHED ();
  return x + 1;
}

static int __attribute__ ((__cold__))
forged (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

function *volatile pointer;
int hot_work[64];

NOINLINE __attribute__ ((__cold__)) int
cold_call (function *f, int x)
{
  return f (x) * 2;
}

extern void prepare (int) __attribute__ ((__cold__));
NOINLINE void
prepare (int x)
{
  hot_work[x & 63] = x;
}

/* The call stands in a block that is never expected: with partitioning, in
   another section than the function.  */
NOINLINE int
cold_part (function *f, int x)
{
  int i, sum = 0;

  for (i = 0; i < 64; i++)
    sum += hot_work[i] * x;
  if (__builtin_expect (x == 77, 0))
    {
      prepare (x);
      sum += f (x);
      prepare (sum);
    }
  return sum;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = cold_call (pointer, 1));
  CHECK (result == 4);
  MUST_PASS (result = cold_part (pointer, 77));
  CHECK (result == 78);
  pointer = (function *) forged;
  MUST_TRAP (cold_call (pointer, 1));
  hot_work[13] = hot_work[14] = 0;
  MUST_TRAP (cold_part (pointer, 77));
  DONE ();
}
