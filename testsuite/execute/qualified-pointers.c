/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointers that are volatile, const, atomic, restrict-qualified arrays: how the
   pointer is stored says nothing about the function's type.  */

#include "trap.h"

typedef int function (int);

static int
good (int x)
{
  REACHED ();
  return x + 1;
}

static int
forged (int x, ...)
{
  REACHED ();
  return x + 2;
}

function *volatile volatile_pointer;
function *const *volatile const_pointer;
_Atomic (function *) atomic_pointer;
const volatile struct
{
  function *hook;
} *volatile structure;
struct
{
  function *hook;
} storage;

NOINLINE int
call_volatile (int x)
{
  return volatile_pointer (x) * 2;
}

NOINLINE int
call_const (int x)
{
  return (*const_pointer) (x) * 2;
}

NOINLINE int
call_atomic (int x)
{
  return atomic_pointer (x) * 2;
}

NOINLINE int
call_structure (int x)
{
  return structure->hook (x) * 2;
}

static void
store (function *f)
{
  volatile_pointer = f;
  storage.hook = volatile_pointer;
  const_pointer = &storage.hook;
  atomic_pointer = volatile_pointer;
  structure = (const volatile void *) &storage;
}

int
main (void)
{
  int result = 0;

  store (good);
  MUST_PASS (result = call_volatile (1));
  CHECK (result == 4);
  MUST_PASS (result = call_const (1));
  CHECK (result == 4);
  MUST_PASS (result = call_atomic (1));
  CHECK (result == 4);
  MUST_PASS (result = call_structure (1));
  CHECK (result == 4);
  store ((function *) forged);
  MUST_TRAP (call_volatile (1));
  MUST_TRAP (call_const (1));
  MUST_TRAP (call_atomic (1));
  MUST_TRAP (call_structure (1));
  DONE ();
}
