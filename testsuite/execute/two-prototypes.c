/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-skip-reference "-mindirect-branch=thunk" "je __llvm_retpoline_r11 for a tail call, without the check" } */
/* Two arms call one pointer through two prototypes.  The calls look alike to
   the optimisers (same operand, same register, same result), and merging them
   would demand one id of both: a false trap, or a missed one.  */

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

void *volatile pointer;

NOINLINE int
two_arms (void *p, int is_unsigned, int x)
{
  if (is_unsigned)
    return ((by_unsigned *) p) ((unsigned) x);
  else
    return ((by_int *) p) (x);
}

NOINLINE int
two_arms_join (void *p, int is_unsigned, int x)
{
  int result;

  if (is_unsigned)
    result = ((by_unsigned *) p) ((unsigned) x);
  else
    result = ((by_int *) p) (x);
  return result * 2;
}

NOINLINE void
two_arms_void (void *p, int is_unsigned, int x)
{
  if (is_unsigned)
    ((void (*) (unsigned)) p) ((unsigned) x);
  else
    ((void (*) (int)) p) (x);
}

static void
void_unsigned (unsigned x)
{
  if (x == 1)
    REACHED ();
}

int
main (void)
{
  int result = 0;

  pointer = (void *) take_int;
  MUST_PASS (result = two_arms (pointer, 0, 1));
  CHECK (result == 2);
  MUST_TRAP (two_arms (pointer, 1, 1));
  MUST_PASS (result = two_arms_join (pointer, 0, 1));
  CHECK (result == 4);
  MUST_TRAP (two_arms_join (pointer, 1, 1));
  pointer = (void *) take_unsigned;
  MUST_TRAP (two_arms (pointer, 0, 1));
  MUST_PASS (result = two_arms (pointer, 1, 1));
  CHECK (result == 3);
  MUST_TRAP (two_arms_join (pointer, 0, 1));
  MUST_PASS (result = two_arms_join (pointer, 1, 1));
  CHECK (result == 6);
  pointer = (void *) void_unsigned;
  MUST_PASS (two_arms_void (pointer, 1, 1));
  MUST_TRAP (two_arms_void (pointer, 0, 1));
  DONE ();
}
