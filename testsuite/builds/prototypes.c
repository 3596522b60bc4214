/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two units that do not agree on prototypes: the id in front of a function is that
   of its definition, whatever other units declare.  The other half is
   prototypes-other.c.  */

#include "trap.h"

typedef int of_int (int);
typedef int of_unsigned (unsigned);

extern int local (int);
extern int disagreed (unsigned);
extern of_int *get_hidden (void);
extern int call_there (of_int *f, int x);

/* The definition in the other unit takes an unsigned, and is strong.  */
int __attribute__ ((__weak__))
replaced (int x)
{
  REACHED ();
  return x + 100;
}

void *volatile pointer;

NOINLINE int
call_int (void *f, int x)
{
  return ((of_int *) f) (x) * 2;
}

NOINLINE int
call_unsigned (void *f, int x)
{
  return ((of_unsigned *) f) (x) * 2;
}

int
main (void)
{
  int r;

  pointer = local;
  MUST_PASS (r = call_int (pointer, 1));
  CHECK (r == 4);
  MUST_TRAP (r = call_unsigned (pointer, 1));
  MUST_PASS (r = call_there (pointer, 1));
  CHECK (r == 6);

  pointer = get_hidden ();
  MUST_PASS (r = call_int (pointer, 1));
  CHECK (r == 6);
  MUST_TRAP (r = call_unsigned (pointer, 1));

  pointer = disagreed;
  MUST_PASS (r = call_int (pointer, 1));
  CHECK (r == 8);
  MUST_TRAP (r = call_unsigned (pointer, 1));

  pointer = replaced;
  MUST_PASS (r = call_unsigned (pointer, 1));
  CHECK (r == 10);
  MUST_TRAP (r = call_int (pointer, 1));
  DONE ();
}
