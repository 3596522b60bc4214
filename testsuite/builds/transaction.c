/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a transaction a pointer is exchanged for that of the function's
   transactional copy, which is called with a check.  (libitm finds the
   copy by the pointer, so that there is no forged call inside.)  */

#include "trap.h"

typedef int function (int) __attribute__ ((__transaction_safe__));

NOINLINE __attribute__ ((__transaction_safe__)) int
right (int x)
{
  return x + 1;
}

NOINLINE int
wrong (unsigned x)
{
  REACHED ();
  return (int) x + 1;
}

void *volatile pointer;
int stored;

NOINLINE int
in_transaction (function *f, int x)
{
  int y;
  __transaction_atomic
  {
    y = f (x) * 2;
    stored = y;
  }
  trap_reached = 1;
  return y;
}

NOINLINE int
outside (function *f, int x)
{
  return f (x) * 2;
}

int
main (void)
{
  int r;

  pointer = right;
  MUST_PASS (r = in_transaction (pointer, 1));
  CHECK (r == 4 && stored == 4);
  MUST_PASS ((trap_reached = 1, r = outside (pointer, 1)));
  CHECK (r == 4);
  pointer = wrong;
  MUST_TRAP (r = outside (pointer, 1));
  DONE ();
}
