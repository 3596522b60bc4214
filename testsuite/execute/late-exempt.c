/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-w" } */
/* no_sanitize ("kcfi") behind the definition, or in another function's block:
   the definition stays checked, inlined or not and at link time.  */

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

NOINLINE int
after (function *f, int x)
{
  return f (x) + 1;
}
int after (function *, int) __attribute__ ((__no_sanitize__ ("kcfi")));

static inline int
after_inline (function *f, int x)
{
  return f (x) + 2;
}
static inline int after_inline (function *, int)
    __attribute__ ((__no_sanitize__ ("kcfi")));

int in_block (function *, int);

NOINLINE int
other (function *f, int x)
{
  extern int in_block (function *, int)
      __attribute__ ((__no_sanitize__ ("kcfi")));
  return in_block (f, x);
}

NOINLINE int
in_block (function *f, int x)
{
  return f (x) + 3;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = after (pointer, 1));
  CHECK (result == 3);
  MUST_PASS (result = after_inline (pointer, 1));
  CHECK (result == 4);
  MUST_PASS (result = other (pointer, 1));
  CHECK (result == 5);
  pointer = (function *) forged;
  MUST_TRAP (after (pointer, 1));
  MUST_TRAP (after_inline (pointer, 1));
  MUST_TRAP (other (pointer, 1));
  DONE ();
}
