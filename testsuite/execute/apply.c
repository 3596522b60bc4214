/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "__builtin_apply is GCC's" } */
/* __builtin_apply has no type to check and is exempt; the calls around it are
   checked, and the registers it loads are not disturbed.  */

#include "trap.h"

typedef long function (long, long);

static long
good (long a, long b)
{
  REACHED ();
  return a * 10 + b;
}

static long
forged (long a, unsigned long b)
{
  REACHED ();
  return a + (long) b;
}

function *volatile pointer;

NOINLINE long
forward (long a, long b)
{
  void *arguments = __builtin_apply_args ();
  void *result = __builtin_apply ((void (*) (void)) pointer, arguments, 64);

  (void) a;
  (void) b;
  __builtin_return (result);
}

NOINLINE long
call (function *f, long a, long b)
{
  return f (a, b) * 2;
}

int
main (void)
{
  long result = 0;

  pointer = good;
  MUST_PASS (result = forward (1, 2));
  CHECK (result == 12);
  MUST_PASS (result = call (pointer, 1, 2));
  CHECK (result == 24);
  pointer = (function *) forged;
  MUST_NOT_CHECK (result = forward (1, 2));
  CHECK (result == 3);
  MUST_TRAP (call (pointer, 1, 2));
  DONE ();
}
