/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require i386 "the convention is i386's" } */
/* regparm (3), as Linux compiles all of itself: three arguments take each
   register that a call may clobber, and the called address comes from memory.
   Nothing is left to load it into at the call.  */

#include "trap.h"

#define REGPARM __attribute__ ((__regparm__ (3)))

typedef int REGPARM function (int, int, int);
struct operations
{
  int count;
  function *operation;
};

static REGPARM int
good (int a, int b, int c)
{
  REACHED ();
  return a + 10 * b + 100 * c;
}

static REGPARM int
forged (int a, int b, unsigned c)
{
  REACHED ();
  return a + 10 * b + 100 * (int) c;
}

struct operations *volatile pointer;

NOINLINE REGPARM int
call (struct operations *o, int b, int c)
{
  return o->operation (1, b, c) + 1;
}

NOINLINE REGPARM int
call_indexed (struct operations *o, int b, int c)
{
  return o[b - 2].operation (o->count, b, c) + 1;
}

NOINLINE REGPARM int
call_last (struct operations *o, int b, int c)
{
  return o->operation (1, b, c);
}

int
main (void)
{
  struct operations right[2] = { { 1, good }, { 2, good } };
  struct operations wrong[2] = { { 1, (function *) forged },
				 { 2, (function *) forged } };
  int result = 0;

  pointer = right;
  MUST_PASS (result = call (pointer, 2, 3));
  CHECK (result == 322);
  MUST_PASS (result = call_indexed (pointer, 3, 3));
  CHECK (result == 332);
  MUST_PASS (result = call_last (pointer, 2, 3));
  CHECK (result == 321);
  pointer = wrong;
  MUST_TRAP (call (pointer, 2, 3));
  MUST_TRAP (call_indexed (pointer, 3, 3));
  MUST_TRAP (call_last (pointer, 2, 3));
  MUST_RESUME (result = call (pointer, 2, 3));
  CHECK (result == 322);
  DONE ();
}
