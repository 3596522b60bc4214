/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions reached by another name: alias, weak alias, alias of a static
   function.  The entry is the same, so is the id.  */

#include "trap.h"

typedef int function (int);

int
base (int x)
{
  REACHED ();
  return x + 1;
}
extern int strong_alias (int) __attribute__ ((__alias__ ("base")));
extern int weak_alias (int) __attribute__ ((__weak__, __alias__ ("base")));

static int
hidden (int x)
{
  REACHED ();
  return x + 2;
}
extern int exported (int) __attribute__ ((__alias__ ("hidden")));

static int __attribute__ ((__used__))
wrong (unsigned x)
{
  REACHED ();
  return (int) x + 3;
}
/* An alias may be declared with another type: what counts is the id that
   stands before the entry.  */
extern int wrong_alias (unsigned) __attribute__ ((__alias__ ("wrong")));

function *volatile pointer;

NOINLINE int
call (function *f, int x)
{
  return f (x) * 2;
}

int
main (void)
{
  int result = 0;

  pointer = strong_alias;
  MUST_PASS (result = call (pointer, 0));
  CHECK (result == 2);
  pointer = weak_alias;
  MUST_PASS (result = call (pointer, 0));
  CHECK (result == 2);
  pointer = exported;
  MUST_PASS (result = call (pointer, 0));
  CHECK (result == 4);
  pointer = (function *) wrong_alias;
  MUST_TRAP (call (pointer, 0));
  DONE ();
}
