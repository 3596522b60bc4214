/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All argument registers of machines with few are taken: on arm a tail call has
   only r12 left for the address and none for the check, which then saves one on
   the stack.  A wrong argument or a lost stack slot shows.  */

#include "trap.h"

typedef int function (int, int, int, int, int);

static int
good (int a, int b, int c, int d, int e)
{
  REACHED ();
  return a * 10000 + b * 1000 + c * 100 + d * 10 + e;
}

static int
forged (int a, int b, int c, int d, unsigned e)
{
  REACHED ();
  return -(a * 10000 + b * 1000 + c * 100 + d * 10 + (int) e);
}

function *volatile pointer;

NOINLINE int
call (int a, int b, int c, int d, int e)
{
  return pointer (d, c, b, a, e) + 1;
}

NOINLINE int
tail (int a, int b, int c, int d, int e)
{
  return pointer (a, b, c, d, e);
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = call (1, 2, 3, 4, 5));
  CHECK (result == 43216);
  MUST_PASS (result = tail (1, 2, 3, 4, 5));
  CHECK (result == 12345);
  pointer = (function *) forged;
  MUST_TRAP (call (1, 2, 3, 4, 5));
  MUST_TRAP (tail (1, 2, 3, 4, 5));
  MUST_RESUME (result = call (1, 2, 3, 4, 5));
  CHECK (result == -43214);
  MUST_RESUME (result = tail (1, 2, 3, 4, 5));
  CHECK (result == -12345);
  DONE ();
}
