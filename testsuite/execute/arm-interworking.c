/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "has two codes" } */
/* { dg-require plugin "clang has one patchable prefix for both codes: none" } */
/* { dg-skip-level "-fpatchable-function-entry=16,16 -fpatchable-function-entry=3,1 -fpatchable-function-entry=4,2" "a prefix of nops has another length in each code" } */
/* Each code calls both: bit 0 of the pointer chooses, and is no part of where the
   id is.  */

#include "trap.h"

#define A32 __attribute__ ((__target__ ("arm")))
#define THUMB __attribute__ ((__target__ ("thumb")))

typedef int function (int);

A32 static int
good_a32 (int x)
{
  REACHED ();
  return x + 1;
}

THUMB static int
good_thumb (int x)
{
  REACHED ();
  return x + 2;
}

A32 static int
forged_a32 (unsigned x)
{
  REACHED ();
  return (int) x + 3;
}

THUMB static int
forged_thumb (unsigned x)
{
  REACHED ();
  return (int) x + 4;
}

void *volatile pointer;

A32 NOINLINE int
call_a32 (function *f, int x)
{
  return f (x) * 2;
}

THUMB NOINLINE int
call_thumb (function *f, int x)
{
  return f (x) * 2;
}

A32 NOINLINE int
tail_a32 (function *f, int x)
{
  return f (x);
}

THUMB NOINLINE int
tail_thumb (function *f, int x)
{
  return f (x);
}

static void
call_all (int expected)
{
  int result = 0;

  MUST_PASS (result = call_a32 (pointer, 1));
  CHECK (result == 2 * expected);
  MUST_PASS (result = call_thumb (pointer, 1));
  CHECK (result == 2 * expected);
  MUST_PASS (result = tail_a32 (pointer, 1));
  CHECK (result == expected);
  MUST_PASS (result = tail_thumb (pointer, 1));
  CHECK (result == expected);
}

static void
trap_all (void)
{
  MUST_TRAP (call_a32 (pointer, 1));
  MUST_TRAP (call_thumb (pointer, 1));
  MUST_TRAP (tail_a32 (pointer, 1));
  MUST_TRAP (tail_thumb (pointer, 1));
}

int
main (void)
{
  pointer = (void *) good_a32;
  call_all (2);
  pointer = (void *) good_thumb;
  call_all (3);
  pointer = (void *) forged_a32;
  trap_all ();
  pointer = (void *) forged_thumb;
  trap_all ();
  DONE ();
}
