/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls through pointers to functions and members that come from a module
   (module.cc).  */

#include "trap.h"

import shapes;

static int
own (const shape &s, int x)
{
  REACHED ();
  return s.size + x;
}

static int
forged (const named &, int)
{
  REACHED ();
  return 0;
}

struct forged_members
{
  int name (long) { REACHED (); return 0; }
};

static int
twice (int x)
{
  REACHED ();
  return 2 * x;
}

static NOINLINE int
call (visitor *f, const shape &s, int x)
{
  return visit_inline (f, s, x);
}

static NOINLINE int
call_member (named &object, int (named::*pointer) (int), int x)
{
  return (object.*pointer) (x);
}

static visitor *volatile pointer = own;
static int (*volatile number) (int) = twice;

int
main ()
{
  volatile int result = 0;
  square s;
  MUST_PASS (result = call (pointer, s, 1));
  CHECK (result == 5);
  MUST_PASS (result = visit (pointer, s, 1));
  CHECK (result == 4);
  pointer = visit_area;
  result = call (pointer, s, 2);
  CHECK (result == 7);
  result = call_member (s, &named::name, 1);
  CHECK (result == -2);
  MUST_PASS (result = apply<int> (number, 4));
  CHECK (result == 8);
  pointer = reinterpret_cast<visitor *> (forged);
  MUST_TRAP (call (pointer, s, 1));
  MUST_TRAP (visit (pointer, s, 1));
  MUST_TRAP (call_member (
      s, reinterpret_cast<int (named::*) (int)> (&forged_members::name), 1));
  DONE ();
}
