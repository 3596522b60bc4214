/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Constructors and destructors have an id like any function whose address is
   taken, so that a kernel can call its table of initialisers itself.  */

#include "trap.h"

typedef void function (void);
typedef void wrong_function (long);

int order[4], count;

static void __attribute__ ((__constructor__ (200)))
first (void)
{
  REACHED ();
  order[count++ & 3] = 1;
}

static void __attribute__ ((__constructor__ (300)))
second (void)
{
  REACHED ();
  order[count++ & 3] = 2;
}

static void __attribute__ ((__destructor__))
last (void)
{
  REACHED ();
  order[count++ & 3] = 3;
}

/* A table of initcalls in a section of its own.  */
static int
initcall (void)
{
  REACHED ();
  return 5;
}
static int (*const entry) (void)
  __attribute__ ((__used__, __section__ ("test_initcalls"))) = initcall;
extern int (*const __start_test_initcalls[]) (void);

function *volatile pointer;

NOINLINE void
call (function *f)
{
  f ();
  count += 0;
}

NOINLINE int
run_initcall (int (*const *table) (void))
{
  return table[0] () + 1;
}

NOINLINE void
call_wrong (wrong_function *f)
{
  f (1);
  count += 0;
}

int
main (void)
{
  int result = 0;

  CHECK (count == 2 && order[0] == 1 && order[1] == 2);
  pointer = first;
  MUST_PASS (call (pointer));
  pointer = last;
  MUST_PASS (call (pointer));
  MUST_PASS (result = run_initcall (__start_test_initcalls));
  CHECK (result == 6);
  MUST_TRAP (call_wrong ((wrong_function *) pointer));
  DONE ();
}
