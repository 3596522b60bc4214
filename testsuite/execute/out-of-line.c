/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "the form of check" } */
/* { dg-require plugin "Clang has no such check" } */
/* { dg-plugin-args "check=out-of-line" } */
/* Checks whose trap stands behind the function.  The handler in trap.h knows the
   instructions; a program goes on with the branch behind the trap, which leads to the
   call, as Linux's permissive mode does.  Calls, tail calls, an address that is in
   memory, all argument registers in use, and calls in both parts of a function.  */

#include "trap.h"

typedef long function (long, long, long, long, long, long);

static long
good (long a, long b, long c, long d, long e, long f)
{
  REACHED ();
  return a + b + c + d + e + f;
}

static long
forged (int a)
{
  REACHED ();
  return a + 100;
}

function *volatile pointer;

NOINLINE static long
call (function *f)
{
  long result = f (1, 2, 3, 4, 5, 6);

  return result + 1;
}

NOINLINE static long
tail (function *f)
{
  return f (1, 2, 3, 4, 5, 7);
}

volatile int counter;

/* Code of another part, where there are parts: -O2 puts what ends in a cold function
   into a section of its own.  */
__attribute__ ((cold, noinline)) static void
unlikely (void)
{
  counter++;
}

NOINLINE static long
in_cold_part (function *f, function *g, long x)
{
  if (__builtin_expect (x > 100, 0))
    {
      unlikely ();
      return g (x, 0, 0, 0, 0, 0) + g (x, 1, 0, 0, 0, 0);
    }
  return f (x, 0, 0, 0, 0, 0) + 1;
}

NOINLINE static long
in_memory (function **table, long index)
{
  return table[index](1, 2, 3, 4, 5, index) + 1;
}

int
main (void)
{
  volatile long result = 0;
  function *table[2];

  pointer = good;
  MUST_PASS (result = call (pointer));
  CHECK (result == 22);
  MUST_PASS (result = tail (pointer));
  CHECK (result == 22);
  table[0] = table[1] = pointer;
  MUST_PASS (result = in_memory (table, 1));
  CHECK (result == 17);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer));
  MUST_TRAP (tail (pointer));
  MUST_RESUME (result = call (pointer));
  CHECK (result == 102);
  MUST_RESUME (result = tail (pointer));
  CHECK (result == 101);
  MUST_PASS (result = in_cold_part (good, good, 101));
  CHECK (result == 203);
  MUST_TRAP (in_cold_part (good, pointer, 101));
  MUST_TRAP (in_cold_part (pointer, good, 1));
  MUST_RESUME (result = in_cold_part (pointer, good, 1));
  CHECK (result == 102);
  table[1] = pointer;
  MUST_TRAP (in_memory (table, 1));
  MUST_RESUME (result = in_memory (table, 1));
  CHECK (result == 102);
  DONE ();
}
