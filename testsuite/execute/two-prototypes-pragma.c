/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-skip-reference "-mindirect-branch=thunk" "je __llvm_retpoline_r11 for a tail call, without the check" } */
/* The two arms of two-prototypes.c where #pragma GCC optimize turns the merging
   passes on behind the command line.  */

#include "trap.h"

static long
take_long (long x)
{
  REACHED ();
  return x + 1;
}

static long
take_unsigned (unsigned long x)
{
  REACHED ();
  return (long) x + 2;
}

void *volatile pointer;

#pragma GCC push_options
#pragma GCC optimize ("O3")
NOINLINE long
two_arms (void *p, int is_unsigned, long x)
{
  long result;

  if (is_unsigned)
    result = ((long (*) (unsigned long)) p) ((unsigned long) x);
  else
    result = ((long (*) (long)) p) (x);
  return result;
}

NOINLINE long
many_arms (void *p, int kind, long x)
{
  switch (kind)
    {
    case 0:
      return ((long (*) (long)) p) (x) + 1;
    case 1:
      return ((long (*) (unsigned long)) p) ((unsigned long) x) + 1;
    case 2:
      return ((long (*) (char *)) p) ((char *) x) + 1;
    case 3:
      return ((long (*) (const char *)) p) ((const char *) x) + 1;
    default:
      return ((long (*) (void *)) p) ((void *) x) + 1;
    }
}

#pragma GCC pop_options

int
main (void)
{
  long result = 0;

  pointer = (void *) take_long;
  MUST_PASS (result = two_arms (pointer, 0, 1));
  CHECK (result == 2);
  MUST_TRAP (two_arms (pointer, 1, 1));
  MUST_PASS (result = many_arms (pointer, 0, 1));
  CHECK (result == 3);
  MUST_TRAP (many_arms (pointer, 1, 1));
  MUST_TRAP (many_arms (pointer, 2, 1));
  MUST_TRAP (many_arms (pointer, 3, 1));
  MUST_TRAP (many_arms (pointer, 4, 1));
  pointer = (void *) take_unsigned;
  MUST_PASS (result = two_arms (pointer, 1, 1));
  CHECK (result == 3);
  MUST_TRAP (two_arms (pointer, 0, 1));
  MUST_PASS (result = many_arms (pointer, 1, 1));
  CHECK (result == 4);
  MUST_TRAP (many_arms (pointer, 0, 1));
  DONE ();
}
