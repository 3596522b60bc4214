/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closures as function pointers, their calls through templates, static members and
   instances of templates.  */

#include "trap.h"

typedef int function (int);

template <class T>
struct box
{
  T value;
  static T stored (T x) { REACHED (); return x + 5; }
};

template <class T>
static T
instance (T x)
{
  REACHED ();
  return x + 1;
}

namespace
{
int
unnamed (int x)
{
  REACHED ();
  return x + 2;
}
}

namespace outer
{
inline namespace inner
{
int
named (int x)
{
  REACHED ();
  return x + 3;
}
}
}

extern "C" int
c_function (int x)
{
  REACHED ();
  return x + 4;
}

template <class F>
static NOINLINE int
apply (F f, int x)
{
  return f (x);
}

static NOINLINE int
call (function *f, int x)
{
  return f (x);
}

/* A pointer to a closure's operator is a pointer to a const member.  */
template <class F>
static NOINLINE int
call_operator (const F &f, int (F::*pointer) (int) const, int x)
{
  return (f.*pointer) (x);
}

static function *volatile pointer;

int
main ()
{
  volatile int result = 0;
  int captured = 10;

  pointer = [] (int x) { REACHED (); return x + 6; };
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 7);
  pointer = [] (auto x) { REACHED (); return x + 7; };
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 8);
  pointer = instance<int>;
  MUST_PASS (result = call (pointer, 1));
  pointer = box<int>::stored;
  MUST_PASS (result = call (pointer, 1));
  pointer = unnamed;
  MUST_PASS (result = call (pointer, 1));
  pointer = outer::named;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 4);
  pointer = c_function;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 5);

  auto closure = [captured] (int x) { REACHED (); return x + captured; };
  MUST_PASS (result = call_operator (closure, &decltype (closure)::operator (),
				     1));
  CHECK (result == 11);

  auto caller = [] (function *f, int x) { return f (x); };
  pointer = instance<int>;
  MUST_PASS (result = caller (pointer, 1));
  pointer = reinterpret_cast<function *> (instance<unsigned>);
  MUST_TRAP (caller (pointer, 1));
  MUST_TRAP (call (pointer, 1));
  MUST_TRAP (apply (pointer, 1));
  pointer = reinterpret_cast<function *> (box<long>::stored);
  MUST_TRAP (call (pointer, 1));
  long (*wide) (long) = [] (long x) { REACHED (); return x; };
  pointer = reinterpret_cast<function *> (wide);
  MUST_TRAP (call (pointer, 1));
  DONE ();
}
