/* SPDX-License-Identifier: GPL-3.0-or-later */
/* no_sanitize ("kcfi") on a callee exempts the calls inside it and not those to
   it: it keeps its id, and a forged call to it traps.  */

#include "trap.h"

typedef int function (int);
typedef int wrong (long);

__attribute__ ((__no_sanitize__ ("kcfi"))) static int
callee (int x)
{
  REACHED ();
  return x + 1;
}

void *volatile pointer;

NOINLINE int
call (void *f, int x)
{
  return ((function *) f) (x) * 2;
}

NOINLINE int
call_wrong (void *f, int x)
{
  return ((wrong *) f) (x) * 2;
}

int
main (void)
{
  int result = 0;

  pointer = (void *) callee;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 4);
  MUST_TRAP (call_wrong (pointer, 1));
  DONE ();
}
