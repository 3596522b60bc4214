/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the form of check" } */
/* { dg-require plugin "Clang has no such check" } */
/* { dg-plugin-args "check=not-taken" } */
/* Checks whose jump is taken to trap only: into the last byte of `test $0xd6, %al'.
   The handler in trap.h knows the bytes; a program goes on behind that byte.  Calls
   in registers that change the length of the comparison, tail calls, an address that
   is in memory, and one with all argument registers in use.  */

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
  table[1] = pointer;
  MUST_TRAP (in_memory (table, 1));
  MUST_RESUME (result = in_memory (table, 1));
  CHECK (result == 102);
  DONE ();
}
