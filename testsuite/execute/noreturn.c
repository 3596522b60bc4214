/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pointer to a function that does not return: nothing follows the call.  */

#include "trap.h"

typedef void (*noreturn_pointer) (int) __attribute__ ((__noreturn__));

static jmp_buf buffer;

static void __attribute__ ((__noreturn__))
good (int x)
{
  REACHED ();
  longjmp (buffer, x);
}

static void __attribute__ ((__noreturn__))
forged (long x)
{
  REACHED ();
  longjmp (buffer, (int) x + 10);
}

volatile noreturn_pointer pointer;

NOINLINE void
leave (noreturn_pointer f, int x)
{
  if (x > 0)
    f (x + 1);
  REACHED ();
}

NOINLINE int
call (noreturn_pointer f, int x)
{
  int value = setjmp (buffer);

  if (value == 0)
    leave (f, x);
  return value;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 4));
  CHECK (result == 5);
  pointer = (noreturn_pointer) forged;
  MUST_TRAP (call (pointer, 4));
  MUST_RESUME (result = call (pointer, 4));
  CHECK (result == 15);
  DONE ();
}
