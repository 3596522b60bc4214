/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets that the compiler would take straight from memory: a global, a member
   behind two pointers, large offsets, the stack, a tail call through memory.  */

#include "trap.h"

typedef void function (int *);

static void
good (int *p)
{
  REACHED ();
  *p += 1;
}

static void
forged (unsigned *p)
{
  REACHED ();
  *p += 2;
}

struct inner
{
  char pad[1000];
  function *hook;
};

struct outer
{
  long pad;
  struct inner *inner;
};

function *global;
struct inner inner;
struct outer outer = { 0, &inner };
volatile int count;

NOINLINE void
through_global (int *p)
{
  global (p);
}

NOINLINE int
through_chain (struct outer *o, int *p)
{
  o->inner->hook (p);
  return *p;
}

NOINLINE void
through_chain_tail (int *p, struct outer *o)
{
  o->inner->hook (p);
}

NOINLINE int
through_stack (int i, function *a, int *p)
{
  function *volatile local[3] = { a, a, a };

  local[i] (p);
  return *p;
}

int
main (void)
{
  int value = 0;

  global = inner.hook = good;
  MUST_PASS (through_global (&value));
  MUST_PASS (through_chain (&outer, &value));
  MUST_PASS (through_chain_tail (&value, &outer));
  MUST_PASS (through_stack (count, good, &value));
  CHECK (value == 4);
  global = inner.hook = (function *) forged;
  MUST_TRAP (through_global (&value));
  MUST_TRAP (through_chain (&outer, &value));
  MUST_TRAP (through_chain_tail (&value, &outer));
  MUST_TRAP (through_stack (count, global, &value));
  CHECK (value == 4);
  MUST_RESUME (through_chain_tail (&value, &outer));
  CHECK (value == 6);
  DONE ();
}
