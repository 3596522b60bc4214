/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang leaves calls unchecked that may unwind" } */
/* Calls with an exception edge: in a try block, with an object alive that has a
   destructor, in a noexcept function, in a handler and in a destructor.  A right
   call passes, and what it throws is caught; a forged one traps.  Clang 19 and 22
   for x86_64 check none of these: doc/cxx.md.  */

#include "trap.h"

struct error
{
  int number;
};

typedef int (*plain) (int);

int alive, destroyed;

struct guard
{
  guard () { alive++; }
  ~guard ()
  {
    alive--;
    destroyed++;
  }
};

NOINLINE int
works (int x)
{
  REACHED ();
  return x + 1;
}

NOINLINE int
throws (int x)
{
  REACHED ();
  throw error{ x };
}

NOINLINE int
forged (long x)
{
  REACHED ();
  return (int) x;
}

NOINLINE int
call_in_try (plain f, int x)
{
  try
    {
      return f (x) + 1;
    }
  catch (const error &e)
    {
      return -e.number;
    }
}

NOINLINE int
call_with_object (plain f, int x)
{
  guard g;
  return f (x) + alive;
}

NOINLINE int
call_with_object_in_loop (plain f, int x)
{
  int sum = 0;
  for (int i = 0; i < 3; i++)
    {
      guard g;
      sum += f (x + i);
    }
  return sum;
}

NOINLINE int
call_noexcept (plain f, int x) noexcept
{
  return f (x) + 1;
}

NOINLINE int
call_in_handler (plain f, int x)
{
  try
    {
      throw error{ x };
    }
  catch (const error &e)
    {
      return f (e.number) + 1;
    }
}

struct calls_at_end
{
  plain f;
  int *result;
  ~calls_at_end () { *result = f (10); }
};

NOINLINE int
call_in_destructor (plain f)
{
  int result = 0;
  {
    calls_at_end c = { f, &result };
    asm volatile ("" : : "r"(&c) : "memory");
  }
  return result;
}

NOINLINE int
call_nested (plain f, int x)
{
  guard outer;
  try
    {
      guard inner;
      return f (x);
    }
  catch (...)
    {
      guard again;
      return f (x) - 1;
    }
}

NOINLINE int
call_through_memory (plain *table, int i)
{
  guard g;
  try
    {
      return table[i](i);
    }
  catch (const error &)
    {
      return 100;
    }
}

plain volatile pointer;
plain table[2];

int
main ()
{
  int result = 0;

  pointer = works;
  MUST_PASS (result = call_in_try (pointer, 1));
  CHECK (result == 3);
  MUST_PASS (result = call_with_object (pointer, 1));
  CHECK (result == 3 && alive == 0 && destroyed == 1);
  MUST_PASS (result = call_with_object_in_loop (pointer, 1));
  CHECK (result == 9 && alive == 0 && destroyed == 4);
  MUST_PASS (result = call_noexcept (pointer, 1));
  CHECK (result == 3);
  MUST_PASS (result = call_in_handler (pointer, 1));
  CHECK (result == 3);
  MUST_PASS (result = call_in_destructor (pointer));
  CHECK (result == 11);
  MUST_PASS (result = call_nested (pointer, 1));
  CHECK (result == 2 && alive == 0);

  /* The check is no obstacle to unwinding.  */
  pointer = throws;
  MUST_PASS (result = call_in_try (pointer, 5));
  CHECK (result == -5);
  destroyed = 0;
  MUST_PASS (try { call_with_object (pointer, 6); } catch (const error &e) {
    result = e.number;
  });
  CHECK (result == 6 && alive == 0 && destroyed == 1);
  destroyed = 0;
  MUST_PASS (try { call_nested (pointer, 7); } catch (const error &e) {
    result = e.number;
  });
  CHECK (result == 7 && alive == 0 && destroyed == 3);
  table[1] = throws;
  MUST_PASS (result = call_through_memory (table, 1));
  CHECK (result == 100 && alive == 0);

  pointer = reinterpret_cast<plain> (forged);
  MUST_TRAP (call_in_try (pointer, 1));
  MUST_TRAP (call_with_object (pointer, 1));
  MUST_TRAP (call_with_object_in_loop (pointer, 1));
  MUST_TRAP (call_noexcept (pointer, 1));
  MUST_TRAP (call_in_handler (pointer, 1));
  MUST_TRAP (call_in_destructor (pointer));
  MUST_TRAP (call_nested (pointer, 1));
  table[1] = pointer;
  MUST_TRAP (call_through_memory (table, 1));
  DONE ();
}
