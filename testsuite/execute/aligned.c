/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang aligns the preamble and not the entry" } */
/* aligned (64) is a promise about the entry.  */

#include "trap.h"

typedef int function (int);

static int __attribute__ ((__aligned__ (64)))
good (int x)
{
  REACHED ();
  return x + 1;
}

static int __attribute__ ((__aligned__ (32)))
forged (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

int __attribute__ ((__aligned__ (256)))
another (int x)
{
  REACHED ();
  return x + 3;
}

function *volatile pointer;

NOINLINE __attribute__ ((__aligned__ (128))) int
call (function *f, int x)
{
  return f (x) * 2;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  CHECK ((unsigned long) pointer % 64 == 0);
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 4);
  pointer = another;
  CHECK ((unsigned long) pointer % 256 == 0);
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 8);
  pointer = (function *) forged;
  CHECK ((unsigned long) pointer % 32 == 0);
  MUST_TRAP (call (pointer, 1));
  DONE ();
}
