/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls a version that makers/versions.c's resolver has chosen.  */

#include "trap.h"

int use (int);

NOINLINE int
forged (unsigned x)
{
  REACHED ();
  return (int) x;
}

int (*volatile pointer) (int);

NOINLINE int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
main (void)
{
  int r = 0;

  pointer = use;
  MUST_PASS ((trap_reached = 1, r = call (pointer, 1)));
  CHECK (r == 6);
  pointer = (int (*) (int)) forged;
  MUST_TRAP (r = call (pointer, 1));
  DONE ();
}
