/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer is thread-local: its operand has a segment override.  */

#include "trap.h"

static int
good (int x)
{
  REACHED ();
  return x + 1;
}

static int
forged (short x)
{
  REACHED ();
  return x + 2;
}

typedef int function (int);
__thread function *thread_pointer;
static __thread function *thread_table[4];
volatile int choice;
function *volatile pointer;

NOINLINE int
call (int x)
{
  return thread_pointer (x) * 2;
}

NOINLINE int
tail (int x)
{
  return thread_pointer (x);
}

NOINLINE int
call_table (int i, int x)
{
  return thread_table[i] (x) * 2;
}

int
main (void)
{
  int result = 0;

  choice = 2;
  pointer = good;
  thread_pointer = thread_table[choice] = pointer;
  MUST_PASS (result = call (1));
  CHECK (result == 4);
  MUST_PASS (result = tail (1));
  CHECK (result == 2);
  MUST_PASS (result = call_table (choice, 1));
  CHECK (result == 4);
  pointer = (function *) forged;
  thread_pointer = thread_table[choice] = pointer;
  MUST_TRAP (call (1));
  MUST_TRAP (tail (1));
  MUST_TRAP (call_table (choice, 1));
  MUST_RESUME (result = tail (1));
  CHECK (result == 3);
  DONE ();
}
