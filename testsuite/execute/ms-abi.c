/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the ms_abi attribute" } */
/* Another calling convention is part of the type.  */

#include "trap.h"

#define MS __attribute__ ((__ms_abi__))

typedef int MS function (int, long, char *);

static int MS
good (int a, long b, char *c)
{
  REACHED ();
  return a + (int) b + (c != 0);
}

static int
forged (int a, long b, char *c)
{
  REACHED ();
  return a + (int) b + (c != 0) + 1;
}

function *volatile pointer;
char character;

NOINLINE int
call (function *f, int x)
{
  return f (x, 2, &character) * 2;
}

NOINLINE MS int
call_from_ms (function *f, int x)
{
  return f (x, 2, &character) * 3;
}

NOINLINE MS int
tail_from_ms (int x, long y, char *c, function *f)
{
  return f (x, y, c);
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 8);
  MUST_PASS (result = call_from_ms (pointer, 1));
  CHECK (result == 12);
  MUST_PASS (result = tail_from_ms (1, 2, &character, pointer));
  CHECK (result == 4);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 1));
  MUST_TRAP (call_from_ms (pointer, 1));
  MUST_TRAP (tail_from_ms (1, 2, &character, pointer));
  DONE ();
}
