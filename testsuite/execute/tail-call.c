/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tail calls: the jump is checked, with and without arguments to shuffle, and
   the caller's frame is gone by then.  */

#include "trap.h"

typedef long function (long, long);

static long
good (long a, long b)
{
  REACHED ();
  return a - b;
}

static long
forged (unsigned long a, long b)
{
  REACHED ();
  return (long) a + b;
}

function *volatile pointer;
extern void use (char *);
static volatile char sink;

NOINLINE void
use (char *p)
{
  sink = *p;
}

NOINLINE long
plain (long a, long b, function *f)
{
  return f (a, b);
}

NOINLINE long
swapped (function *f, long a, long b)
{
  return f (b, a);
}

/* Callee-saved registers are restored before the jump.  */
NOINLINE long
after_work (function *f, long a, long b)
{
  char local[40] = { 0 };

  local[a & 7] = (char) b;
  use (local);
  use (local + 1);
  return f (a, b);
}

int
main (void)
{
  long result = 0;

  pointer = good;
  MUST_PASS (result = plain (5, 3, pointer));
  CHECK (result == 2);
  MUST_PASS (result = swapped (pointer, 5, 3));
  CHECK (result == -2);
  MUST_PASS (result = after_work (pointer, 5, 3));
  CHECK (result == 2);
  pointer = (function *) forged;
  MUST_TRAP (plain (5, 3, pointer));
  MUST_TRAP (swapped (pointer, 5, 3));
  MUST_TRAP (after_work (pointer, 5, 3));
  MUST_RESUME (result = after_work (pointer, 5, 3));
  CHECK (result == 8);
  DONE ();
}
