/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require patchable "the nops would not be between id and entry" } */
/* Caller and callee with the same patchable_function_entry attribute, other
   than the command line's.  */

#define TRAP_PREFIX 4
#include "trap.h"

#define PATCHABLE __attribute__ ((__patchable_function_entry__ (9, 4)))

typedef int function (int);

static int PATCHABLE
good (int x)
{
  REACHED ();
  return x + 1;
}

static int PATCHABLE
forged (long x)
{
  REACHED ();
  return (int) x + 2;
}

function *volatile pointer;

NOINLINE PATCHABLE int
call (function *f, int x)
{
  return f (x) * 2;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 4);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 1));
  MUST_RESUME (result = call (pointer, 1));
  CHECK (result == 6);
  DONE ();
}
