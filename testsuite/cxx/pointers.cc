/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls through pointers and references in each kind of place that C++ has: as a
   plain call, in try, in a handler, with an object that is to be destroyed, in
   noexcept functions, constructors and destructors.  Where an exception may leave,
   the call ends a block of its own.  */
/* { dg-require plugin "Clang checks no call that can throw past something" } */

#include "trap.h"

typedef int function (int);

static int
good (int x)
{
  REACHED ();
  if (x < 0)
    throw x;
  return x + 1;
}

static int
forged (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

static int
quiet (int x) noexcept
{
  REACHED ();
  return x + 1;
}

static int destroyed;

struct guard
{
  ~guard () { destroyed++; }
};

static NOINLINE int
plain (function *f, int x)
{
  return f (x) * 2;
}

static NOINLINE int
reference (function &f, int x)
{
  return f (x) * 2;
}

static NOINLINE int
rvalue_reference (function &&f, int x)
{
  return f (x) * 2;
}

static NOINLINE int
in_try (function *f, int x)
{
  try
    {
      return f (x) * 2;
    }
  catch (int value)
    {
      return value * 10;
    }
}

static NOINLINE int
in_handler (function *f, int x)
{
  try
    {
      throw 'c';
    }
  catch (char)
    {
      return f (x) * 2;
    }
}

static NOINLINE int
with_cleanup (function *f, int x)
{
  guard one;
  int result = f (x);
  guard two;
  return result + f (x);
}

static NOINLINE int
without_throwing (function *f, int x) noexcept
{
  return f (x) * 2;
}

static NOINLINE int
through_noexcept (int (*f) (int) noexcept, int x)
{
  guard one;
  return f (x) * 2;
}

struct maker
{
  function *f;
  int result;
  maker (function *f, int x) : f (f), result (f (x) * 2) {}
};

struct breaker
{
  function *f;
  int *result;
  ~breaker () { *result = f (3) * 2; }
};

static NOINLINE int
construct (function *f, int x)
{
  return maker (f, x).result;
}

static NOINLINE int
destroy (function *f, int)
{
  int result = 0;
  {
    breaker b = { f, &result };
  }
  return result;
}

static NOINLINE int
whole_body (function *f, int x)
try
  {
    return f (x) * 2;
  }
catch (int value)
  {
    return value * 10;
  }

struct holder
{
  function *f;
  function *table[2];
  static function *shared;
  int call (int x) const { return table[1] (x) + f (x); }
};
function *holder::shared;

static NOINLINE int
members (function *f, int x)
{
  holder h = { f, { 0, f } };
  holder::shared = f;
  return h.call (x) + holder::shared (x) - x - 1;
}

/* Behind a volatile, or the calls become direct.  */
static function *volatile pointer;
static int (*volatile noexcept_pointer) (int) noexcept;

#define EACH(CALLER)                                                          \
  do                                                                          \
    {                                                                         \
      pointer = good;                                                         \
      MUST_PASS (result = CALLER (pointer, 3));                               \
      CHECK (result == 8);                                                    \
      pointer = reinterpret_cast<function *> (forged);                        \
      MUST_TRAP (CALLER (pointer, 3));                                        \
    }                                                                         \
  while (0)

static NOINLINE int
by_reference (function *f, int x)
{
  return reference (*f, x);
}

static NOINLINE int
by_rvalue_reference (function *f, int x)
{
  return rvalue_reference (static_cast<function &&> (*f), x);
}

int
main ()
{
  volatile int result = 0;
  EACH (plain);
  EACH (by_reference);
  EACH (by_rvalue_reference);
  EACH (in_try);
  EACH (in_handler);
  EACH (with_cleanup);
  EACH (without_throwing);
  EACH (construct);
  EACH (destroy);
  EACH (whole_body);
  EACH (members);

  /* noexcept is no part of an id at the top.  */
  noexcept_pointer = quiet;
  MUST_PASS (result = through_noexcept (noexcept_pointer, 3));
  CHECK (result == 8);
  pointer = quiet;
  MUST_PASS (result = plain (pointer, 3));
  noexcept_pointer = reinterpret_cast<int (*) (int) noexcept> (forged);
  MUST_TRAP (through_noexcept (noexcept_pointer, 3));

  /* Exceptions pass through checked calls, and leave nothing behind.  */
  pointer = good;
  MUST_PASS (result = in_try (pointer, -4));
  CHECK (result == -40);
  MUST_PASS (result = whole_body (pointer, -4));
  CHECK (result == -40);
  destroyed = 0;
  volatile bool caught = false;
  try
    {
      with_cleanup (pointer, -1);
    }
  catch (int value)
    {
      caught = value == -1;
    }
  CHECK (caught);
  CHECK (destroyed == 1);
  DONE ();
}
