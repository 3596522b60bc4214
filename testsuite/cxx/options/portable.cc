/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang checks no call that can throw past something" } */
/* Each kind of call, in the C++ of 1998: cxx.exp compiles it with every -std= that the
   compiler has, and with options that change what GCC makes of calls, constructors
   and tables.  Checks and ids stay as they are, and what these options add of
   themselves (constructors that register counters or objects, hooks at each entry,
   checks of tables) must not trap.  */

#include "trap.h"

typedef int function (int);

int alive, constructed;

struct guard
{
  guard () { alive++; }
  ~guard () { alive--; }
};

struct one
{
  int a;
  one () : a (1) {}
  virtual int first (int x) { REACHED (); return x + a; }
  virtual ~one () {}
};

struct two
{
  int b;
  two () : b (2) {}
  virtual int second (int x) { REACHED (); return x + b; }
  virtual int many (int x, ...) { REACHED (); return x; }
  int own (int x) { REACHED (); return x + b; }
  virtual ~two () {}
};

/* Its tables have thunks of both kinds.  */
struct all : one, virtual two
{
  int c;
  all (int value) : c (value) { constructed++; }
  int first (int x) { REACHED (); return x + c; }
  int second (int x) { REACHED (); return x + c + 1; }
  int many (int x, ...) { REACHED (); return x + c + 2; }
  ~all () { constructed--; }
};

struct forged_members
{
  int own (unsigned) { REACHED (); return 0; }
};

static NOINLINE int
good (int x)
{
  REACHED ();
  return x + 1;
}

static NOINLINE int
forged (long x)
{
  REACHED ();
  return (int) x;
}

static NOINLINE int
call (function *f, int x)
{
  return f (x) + 1;
}

static NOINLINE int
call_reference (function &f, int x)
{
  return f (x) + 1;
}

static NOINLINE int
call_with_object (function *f, int x)
{
  guard g;
  return f (x) + alive;
}

template <class Object, class Pointer>
static NOINLINE int
call_member (Object &object, Pointer pointer, int x)
{
  return (object.*pointer) (x);
}

/* Constructed when the program starts.  */
static all object (100);
static two &as_two = object;
static function *volatile pointer = good;

#ifdef __EXCEPTIONS
struct error { int number; };

static NOINLINE int
throws (int x)
{
  REACHED ();
  error e = { x };
  throw e;
}

static NOINLINE int
call_in_try (function *f, int x)
{
  try
    {
      guard g;
      return f (x) + 1;
    }
  catch (const error &e)
    {
      return -e.number;
    }
}

static void
check_exceptions ()
{
  volatile int result = 0;
  pointer = throws;
  MUST_PASS (result = call_in_try (pointer, 7));
  CHECK (result == -7 && alive == 0);
  pointer = reinterpret_cast<function *> (forged);
  MUST_TRAP (call_in_try (pointer, 7));
  alive = 0;
}
#else
static void
check_exceptions ()
{
}
#endif

static void
check_members ()
{
  volatile int result = 0;
  MUST_PASS (result = call_member (as_two, &two::own, 1));
  CHECK (result == 3);
  MUST_PASS (result = call_member (as_two, &two::second, 1));
  CHECK (result == 102);
  MUST_PASS (result = call_member (as_two, &two::many, 1));
  CHECK (result == 103);
  MUST_TRAP (call_member (
      as_two, reinterpret_cast<int (two::*) (int)> (&forged_members::own), 1));
  MUST_TRAP (call_member (
      as_two, reinterpret_cast<int (two::*) (int)> (&two::many), 1));
}

int
main ()
{
  volatile int result = 0;
  CHECK (constructed == 1 && object.c == 100);
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 3);
  MUST_PASS (result = call_reference (*pointer, 1));
  MUST_PASS (result = call_with_object (pointer, 1));
  CHECK (result == 3 && alive == 0);
  pointer = reinterpret_cast<function *> (forged);
  MUST_TRAP (call (pointer, 1));
  MUST_TRAP (call_reference (*pointer, 1));
  MUST_TRAP (call_with_object (pointer, 1));
  alive = 0;
  check_members ();
  check_exceptions ();
  DONE ();
}
