/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain case: a function pointer in a parameter.  */

#include "trap.h"

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

typedef int function (int);
function *volatile pointer;

NOINLINE int
call (function *f, int x)
{
  int result = f (x);

  return result * 2;
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
