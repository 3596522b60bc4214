/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A union of pointers of different types: the member that is called decides
   which id is demanded.  */

#include "trap.h"

union hook
{
  int (*by_int) (int);
  int (*by_pointer) (int *);
  void *raw;
};

static int
take_int (int x)
{
  REACHED ();
  return x + 1;
}

static int
take_pointer (int *p)
{
  REACHED ();
  return p == 0 ? 100 : 200;
}

union hook hook;
void *volatile raw;

NOINLINE int
call_int (union hook *h, int x)
{
  return h->by_int (x) + 1;
}

NOINLINE int
call_pointer (union hook h, int *p)
{
  return h.by_pointer (p) + 1;
}

int
main (void)
{
  int result = 0;

  raw = (void *) take_int;
  hook.raw = raw;
  MUST_PASS (result = call_int (&hook, 1));
  CHECK (result == 3);
  MUST_TRAP (call_pointer (hook, 0));
  raw = (void *) take_pointer;
  hook.raw = raw;
  MUST_PASS (result = call_pointer (hook, 0));
  CHECK (result == 101);
  MUST_TRAP (call_int (&hook, 1));
  DONE ();
}
