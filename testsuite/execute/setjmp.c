/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checked call stands in a function that calls setjmp, and the callee comes
   back by longjmp.  */

#include "trap.h"

typedef void function (int);

static jmp_buf buffer;

static void
good (int x)
{
  REACHED ();
  longjmp (buffer, x);
}

static void
forged (char x)
{
  REACHED ();
  longjmp (buffer, x + 10);
}

function *volatile pointer;

NOINLINE int
call (function *f, int x)
{
  volatile int rounds = 0;
  int value = setjmp (buffer);

  rounds++;
  if (value == 0)
    f (x);
  return value * 10 + rounds;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 4));
  CHECK (result == 42);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 4));
  MUST_RESUME (result = call (pointer, 4));
  CHECK (result == 142);
  DONE ();
}
