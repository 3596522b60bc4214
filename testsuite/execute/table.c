/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array of pointers with a variable index: base, index and scale in the
   operand.  Both a call and a tail call.  */

#include "trap.h"

static int
one (int x)
{
  REACHED ();
  return x + 1;
}

static int
two (int x)
{
  REACHED ();
  return x + 2;
}

static int
forged (unsigned char x)
{
  REACHED ();
  return x + 3;
}

int (*table[]) (int) = { one, two, (int (*) (int)) forged };
volatile int choice;

NOINLINE int
call (int i, int x)
{
  return table[i] (x) * 10;
}

NOINLINE int
tail (int i, int x)
{
  return table[i] (x);
}

int
main (void)
{
  int result = 0;

  choice = 0;
  MUST_PASS (result = call (choice, 1));
  CHECK (result == 20);
  choice = 1;
  MUST_PASS (result = tail (choice, 1));
  CHECK (result == 3);
  choice = 2;
  MUST_TRAP (call (choice, 1));
  MUST_TRAP (tail (choice, 1));
  MUST_RESUME (result = tail (choice, 1));
  CHECK (result == 4);
  DONE ();
}
