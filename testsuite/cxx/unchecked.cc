/* SPDX-License-Identifier: GPL-3.0-or-later */
/* no_sanitize ("kcfi") on members of each kind, in each spelling; a closure in an
   unchecked function is a function of its own, and checked, as in Clang; and
   cfi_salt on members.  */
/* { dg-require plugin "cfi_salt is known from Clang 22 on" } */

#include "trap.h"

typedef int function (int);
#define SALTED __attribute__ ((cfi_salt ("pepper")))
typedef int SALTED salted (int);

static int
forged (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

static int
good (int x)
{
  REACHED ();
  return x + 1;
}

SALTED static int
peppered (int x)
{
  REACHED ();
  return x + 3;
}

struct members
{
  function *f;
  __attribute__ ((no_sanitize ("kcfi"))) NOINLINE members (function *g) : f (g)
  {
    f (1);
  }
  [[gnu::no_sanitize ("kcfi")]] NOINLINE int inside (int x) { return f (x) * 2; }
  [[clang::no_sanitize ("kcfi")]] int outside (int x);
  [[clang::no_sanitize ("kcfi")]] static NOINLINE int
  shared (function *g, int x)
  {
    return g (x) * 2;
  }
  [[gnu::no_sanitize ("kcfi")]] virtual NOINLINE int
  overridden (int x)
  {
    return f (x) * 2;
  }
  [[gnu::no_sanitize ("kcfi")]] NOINLINE int
  closure (int x)
  {
    auto inner = [this] (int y) { return f (y) * 2; };
    return inner (x);
  }
  SALTED int salt (int x) { REACHED (); return x + 4; }
};

NOINLINE int
members::outside (int x)
{
  return f (x) * 2;
}

template <class T>
__attribute__ ((no_sanitize ("kcfi"))) NOINLINE T
instance (function *f, T x)
{
  return f (x) * 2;
}

static NOINLINE int
call_salted (salted *f, int x)
{
  return f (x) * 2;
}

static NOINLINE int
call (function *f, int x)
{
  return f (x) * 2;
}

static NOINLINE int
call_member (members &m, int (members::*p) (int), int x)
{
  return (m.*p) (x) * 2;
}

static function *volatile pointer;
static salted *volatile salted_pointer;

int
main ()
{
  volatile int result = 0;
  pointer = reinterpret_cast<function *> (forged);
  alignas (members) unsigned char place[sizeof (members)];
  members *m = reinterpret_cast<members *> (place);
  MUST_NOT_CHECK ({ members made (pointer); *m = made; });
  members forging (pointer);
  MUST_NOT_CHECK (result = forging.inside (1));
  CHECK (result == 6);
  MUST_NOT_CHECK (result = forging.outside (1));
  MUST_NOT_CHECK (result = members::shared (pointer, 1));
  MUST_NOT_CHECK (result = forging.overridden (1));
  MUST_NOT_CHECK (result = instance<long> (pointer, 1));
  MUST_TRAP (forging.closure (1));
  MUST_TRAP (call (pointer, 1));

  salted_pointer = peppered;
  MUST_PASS (result = call_salted (salted_pointer, 1));
  CHECK (result == 8);
  salted_pointer = good;
  MUST_TRAP (call_salted (salted_pointer, 1));
  pointer = peppered;
  MUST_TRAP (call (pointer, 1));
  members good_one (good);
  MUST_TRAP (call_member (good_one, &members::salt, 1));
  MUST_PASS (result = good_one.salt (1));
  DONE ();
}
