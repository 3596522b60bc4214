/* SPDX-License-Identifier: GPL-3.0-or-later */
/* no_sanitize ("kcfi") goes with the call as it was written, through inlining
   in both directions.  */

#include "trap.h"

typedef int function (int);

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

function *volatile pointer;

static inline __attribute__ ((__always_inline__, __no_sanitize__ ("kcfi"))) int
exempt_inline (function *f, int x)
{
  return f (x) + 1;
}

static inline __attribute__ ((__always_inline__)) int
checked_inline (function *f, int x)
{
  return f (x) + 1;
}

NOINLINE __attribute__ ((__no_sanitize__ ("kcfi"))) int
exempt (function *f, int x)
{
  return f (x) + 1;
}

/* The exempt call stays exempt in a checked function.  */
NOINLINE int
checked_around_exempt (function *f, int x)
{
  return exempt_inline (f, x) * 2;
}

/* The checked call stays checked in an exempt function.  */
NOINLINE __attribute__ ((__no_sanitize__ ("kcfi"))) int
exempt_around_checked (function *f, int x)
{
  return checked_inline (f, x) * 2;
}

/* Both next to each other, with the same operands.  */
NOINLINE int
both (function *f, int x, int which)
{
  if (which)
    return exempt_inline (f, x);
  return checked_inline (f, x);
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = exempt (pointer, 1));
  CHECK (result == 3);
  MUST_PASS (result = checked_around_exempt (pointer, 1));
  CHECK (result == 6);
  MUST_PASS (result = exempt_around_checked (pointer, 1));
  CHECK (result == 6);
  pointer = (function *) forged;
  MUST_NOT_CHECK (result = exempt (pointer, 1));
  CHECK (result == 4);
  MUST_NOT_CHECK (result = checked_around_exempt (pointer, 1));
  CHECK (result == 8);
  MUST_NOT_CHECK (result = both (pointer, 1, 1));
  CHECK (result == 4);
  MUST_TRAP (exempt_around_checked (pointer, 1));
  MUST_TRAP (both (pointer, 1, 0));
  DONE ();
}
