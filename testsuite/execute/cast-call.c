/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The type in the call expression decides, whatever the pointer was declared
   as: casts in place, conditional operators, dereferences, typeof, pointers to
   pointers, values returned by calls.  */

#include "trap.h"

typedef int by_int (int);
typedef int by_unsigned (unsigned);

static int
take_int (int x)
{
  REACHED ();
  return x + 1;
}

static int
take_unsigned (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

struct holder
{
  by_int *hook;
};

by_int *volatile pointer;
void *volatile raw;

NOINLINE int
cast (by_int *f)
{
  return ((by_unsigned *) f) (1) * 2;
}

NOINLINE int
conditional (by_int *a, by_int *b, int which)
{
  return (which ? a : b) (1) * 2;
}

NOINLINE int
stars (by_int **f)
{
  return (****f) (1) * 2;
}

NOINLINE int
with_typeof (void *f)
{
  return ((__typeof__ (&take_int)) f) (1) * 2;
}

NOINLINE struct holder
get (by_int *f)
{
  struct holder result = { f };

  return result;
}

NOINLINE by_int *
choose (by_int *f)
{
  return f;
}

NOINLINE int
of_results (by_int *f)
{
  return get (f).hook (1) + choose (f) (2);
}

NOINLINE int
through_union (void *f)
{
  return ((union { void *raw; by_int *hook; }) { f }).hook (1) * 2;
}

NOINLINE int
nested_arguments (by_int *f)
{
  return f (f (f (1))) * 2;
}

int
main (void)
{
  by_int *local;
  int result = 0;

  raw = pointer = take_int;
  local = pointer;
  MUST_TRAP (cast (pointer));
  MUST_PASS (result = conditional (pointer, pointer, raw != 0));
  CHECK (result == 4);
  MUST_PASS (result = stars (&local));
  CHECK (result == 4);
  MUST_PASS (result = with_typeof (raw));
  CHECK (result == 4);
  MUST_PASS (result = of_results (pointer));
  CHECK (result == 5);
  MUST_PASS (result = through_union (raw));
  CHECK (result == 4);
  MUST_PASS (result = nested_arguments (pointer));
  CHECK (result == 8);
  raw = pointer = (by_int *) take_unsigned;
  local = pointer;
  MUST_PASS (result = cast (pointer));
  CHECK (result == 6);
  MUST_TRAP (conditional (pointer, pointer, raw != 0));
  MUST_TRAP (stars (&local));
  MUST_TRAP (with_typeof (raw));
  MUST_TRAP (of_results (pointer));
  MUST_TRAP (through_union (raw));
  MUST_TRAP (nested_arguments (pointer));
  DONE ();
}
