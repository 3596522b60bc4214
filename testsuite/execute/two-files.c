/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-sources "support/two-files.inc.c" } */
/* Two translation units: pointers go both ways, static functions of one name
   exist in both, and with -flto the units become one.  */

#include "trap.h"

struct message
{
  int kind;
  int (*reply) (struct message *);
};

extern int dispatch (struct message *);
extern int (*other_unit (int)) (struct message *);
extern int external (struct message *);

static int
handler (struct message *m)
{
  REACHED ();
  return m->kind + 1;
}

/* Same name as in the other unit, another type.  */
static int
local (long x)
{
  REACHED ();
  return (int) x + 2;
}

struct message message = { 1, handler };
int (*volatile pointer) (struct message *);
long (*volatile long_pointer) (long);
void *volatile raw;

NOINLINE int
call (int (*f) (struct message *), struct message *m)
{
  return f (m) * 2;
}

NOINLINE int
call_long (int (*f) (long), long x)
{
  return f (x) * 2;
}

int
main (void)
{
  int result = 0;

  /* Defined there, checked here.  */
  pointer = other_unit (0);
  MUST_PASS (result = call (pointer, &message));
  CHECK (result == 22);
  pointer = external;
  MUST_PASS (result = call (pointer, &message));
  CHECK (result == 202);
  /* Defined here, checked there.  */
  pointer = handler;
  message.reply = pointer;
  MUST_PASS (result = dispatch (&message));
  CHECK (result == 20);
  raw = (void *) local;
  message.reply = (int (*) (struct message *)) raw;
  MUST_TRAP (dispatch (&message));
  MUST_PASS (result = call_long ((int (*) (long)) raw, 1));
  CHECK (result == 6);
  /* The other unit's function of that name.  */
  raw = (void *) other_unit (1);
  MUST_TRAP (call_long ((int (*) (long)) raw, 1));
  DONE ();
}
