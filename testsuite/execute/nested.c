/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "nested functions are GCC's" } */
/* { dg-more-options "-w -Wl,-z,execstack" } */
/* A nested function that needs its frame is called through a trampoline, which
   has no preamble: it traps where calls are checked and works where they are
   exempt.  One that needs no frame is an ordinary function when optimising.  */

#include "trap.h"

typedef int function (int);

NOINLINE int
call (function *f, int x)
{
  return f (x) + 1;
}

NOINLINE __attribute__ ((__no_sanitize__ ("kcfi"))) int
call_exempt (function *f, int x)
{
  return f (x) + 1;
}

function *volatile pointer;

NOINLINE int
with_frame (int offset, int checked)
{
  int calls = 0;
  int nested (int x)
  {
    REACHED ();
    calls++;
    return x + offset;
  }

  pointer = nested;
  return (checked ? call (pointer, 1) : call_exempt (pointer, 1)) + calls;
}

NOINLINE int
without_frame (void)
{
  int nested (int x)
  {
    REACHED ();
    return x + 10;
  }

  pointer = nested;
  return call (pointer, 1);
}

/* Called directly, it has nothing to do with checks.  */
NOINLINE int
direct (int offset)
{
  int nested (int x)
  {
    REACHED ();
    return x + offset;
  }

  return nested (1) + nested (2);
}

int
main (void)
{
  int result = 0;

  MUST_PASS (result = direct (10));
  CHECK (result == 23);
#ifdef __OPTIMIZE__
  MUST_PASS (result = without_frame ());
  CHECK (result == 12);
#endif
  MUST_NOT_CHECK (result = with_frame (10, 0));
  CHECK (result == 13);
  MUST_TRAP (with_frame (10, 1));
  DONE ();
}
