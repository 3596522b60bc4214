/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions in sections of their own, as a kernel's .init.text: check, trap
   table and preamble go with them.  */

#include "trap.h"

typedef int function (int);

static int __attribute__ ((__section__ (".text.test_init")))
good (int x)
{
  REACHED ();
  return x + 1;
}

static int __attribute__ ((__section__ (".text.test_init")))
forged (char x)
{
  REACHED ();
  return x + 2;
}

function *volatile pointer;

NOINLINE __attribute__ ((__section__ (".text.test_init"))) int
call_init (function *f, int x)
{
  return f (x) * 2;
}

NOINLINE __attribute__ ((__section__ (".text.test_exit"))) int
call_exit (function *f, int x)
{
  return f (x) * 3;
}

NOINLINE int
call (function *f, int x)
{
  return f (x) * 4;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = call_init (pointer, 1));
  CHECK (result == 4);
  MUST_PASS (result = call_exit (pointer, 1));
  CHECK (result == 6);
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 8);
  pointer = (function *) forged;
  MUST_TRAP (call_init (pointer, 1));
  MUST_TRAP (call_exit (pointer, 1));
  MUST_TRAP (call (pointer, 1));
  DONE ();
}
