/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers that are inlined into others with another view of the pointer; the
   check goes along, once for each copy.  */

#include "trap.h"

typedef int function (int);
typedef int visitor (void *, int);

static int
good (int x)
{
  REACHED ();
  return x + 1;
}

static int
forged (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

static int
good_visitor (void *state, int x)
{
  REACHED ();
  return *(int *) state += x;
}

static int
forged_visitor (int *state, int x)
{
  REACHED ();
  return *state += 2 * x;
}

function *volatile pointer;
visitor *volatile visit;

static inline int
apply (function *f, int x)
{
  return f (x);
}

static inline int
walk (visitor *v, void *state, int count)
{
  int i;

  for (i = 0; i < count; i++)
    if (v (state, i) > 100)
      return i;
  return count;
}

NOINLINE int
apply_three_times (function *f, int x)
{
  return apply (f, x) + apply (f, x + 1) * apply (f, x + 2);
}

/* Known to the optimisers: becomes direct, or a check that passes.  */
NOINLINE int
apply_known (int x)
{
  return apply (good, x) + 10;
}

NOINLINE int
sum (int count)
{
  int state = 0;

  walk (visit, &state, count);
  return state;
}

NOINLINE int
sum_known (int count)
{
  int state = 0;

  walk (good_visitor, &state, count);
  return state;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  visit = good_visitor;
  MUST_PASS (result = apply_three_times (pointer, 1));
  CHECK (result == 2 + 3 * 4);
  MUST_PASS (result = apply_known (1));
  CHECK (result == 12);
  MUST_PASS (result = sum (4));
  CHECK (result == 6);
  MUST_PASS (result = sum_known (4));
  CHECK (result == 6);
  pointer = (function *) forged;
  visit = (visitor *) forged_visitor;
  MUST_TRAP (apply_three_times (pointer, 1));
  MUST_TRAP (sum (4));
  DONE ();
}
