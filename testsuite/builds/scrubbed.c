/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strub ("at-calls"): the function takes a pointer that its prototype does not
   show, and writes through it.  A pointer of that prototype must not lead there.
   Found by reading what GCC 14 added; calls through pointers that tell strub are
   refused (errors/scrubbed-call.c).  */

#include "trap.h"

typedef int plain (int);

NOINLINE int
is_plain (int x)
{
  REACHED ();
  return x + 1;
}

NOINLINE __attribute__ ((strub ("at-calls"))) int
is_scrubbed (int x)
{
  REACHED ();
  return x + 2;
}

NOINLINE __attribute__ ((strub)) int
is_scrubbed_by_default (int x)
{
  REACHED ();
  return x + 4;
}

__attribute__ ((__noinline__, strub ("internal"))) int
is_internal (int x)
{
  REACHED ();
  return x + 3;
}

void *volatile pointer;

NOINLINE int
call_plain (void *f, int x)
{
  return ((plain *) f) (x) * 2;
}

int
main (void)
{
  int r = 0;

  CHECK (is_scrubbed (1) == 3);
  CHECK (is_scrubbed_by_default (1) == 5);
  pointer = (void *) is_plain;
  MUST_PASS (r = call_plain (pointer, 1));
  CHECK (r == 4);
  pointer = (void *) is_internal;
  MUST_PASS (r = call_plain (pointer, 1));
  CHECK (r == 8);
  pointer = (void *) is_scrubbed;
  MUST_TRAP (r = call_plain (pointer, 1));
  pointer = (void *) is_scrubbed_by_default;
  MUST_TRAP (r = call_plain (pointer, 1));
  DONE ();
}
