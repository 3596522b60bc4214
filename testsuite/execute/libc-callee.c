/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A function of the C library has no id: a call through a pointer traps even
   with the right type.  A limit of the scheme, and not of the plugin; a wrapper
   in checked code is the way out.  */

#include <stdlib.h>
#include "trap.h"

typedef int function (int);

static int
wrapper (int x)
{
  REACHED ();
  return abs (x);
}

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

  pointer = wrapper;
  MUST_PASS (result = call (pointer, -3));
  CHECK (result == 6);
  pointer = abs;
  MUST_TRAP (call (pointer, -3));
  DONE ();
}
