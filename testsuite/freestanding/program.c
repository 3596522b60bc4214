/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program without a library, for machines that have none here: other byte
   orders, 32-bit RISC-V, microcontrollers.  It calls through a pointer of the
   right type, or with -DFORGED of a wrong one; freestanding.exp says how it
   must end.  start.h has what the machine needs.

   Exit status: 0 the matching call came back with its result, 1 with another
   one, 2 the forged call was made.  */

#include "support/start.h"

typedef int function (int);

static int
add (int x)
{
  return x + 1;
}

static int
subtract (unsigned x)
{
  return (int) x - 1;
}

function *volatile good = add;
function *volatile forged = (function *) subtract;

__attribute__ ((__noinline__, __noclone__)) int
call (function *f, int x)
{
  return f (x) * 2;
}

void
run (void)
{
#ifdef FORGED
  finish (call (forged, 5) == 8 ? 2 : 1);
#else
  finish (call (good, 5) == 12 ? 0 : 1);
#endif
}
