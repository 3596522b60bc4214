/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "cfi_salt came with clang 22" } */
/* cfi_salt belongs into the id alone: names of symbols stay as they are, or the
   functions could not be linked with declarations that other compilers saw.  It is
   that of functions, methods, static members, templates and pointers.  */

#include "trap.h"

#define SALT __attribute__ ((cfi_salt ("pepper")))

typedef int (*plain) (int);
typedef int (*salted_pointer) (int) SALT;

NOINLINE int salted (int x) SALT;
NOINLINE int takes (salted_pointer f, int x);

NOINLINE int
salted (int x)
{
  REACHED ();
  return x + 1;
}

struct with_members
{
  int a;
  NOINLINE int method (int x) SALT;
  NOINLINE int plain_method (int x) { REACHED (); return a - x; }
  [[clang::cfi_salt ("pepper")]] NOINLINE static int member (int x);
};

int
with_members::method (int x)
{
  REACHED ();
  return a + x;
}

int
with_members::member (int x)
{
  REACHED ();
  return x + 3;
}

template<class T>
NOINLINE T of_template (T x) SALT;
template<class T>
T
of_template (T x)
{
  REACHED ();
  return x + 4;
}

NOINLINE int
unsalted (int x)
{
  REACHED ();
  return x;
}

int
takes (salted_pointer f, int x)
{
  return f (x) + 1;
}

NOINLINE int
takes_plain (plain f, int x)
{
  return f (x) + 1;
}

typedef int (with_members::*salted_member) (int) SALT;

NOINLINE int
takes_member (with_members &object, salted_member m, int x)
{
  return (object.*m) (x) + 1;
}

/* The same functions by the names that the Itanium ABI gives them.  */
extern "C" int by_name (int) __asm__ ("_Z6saltedi") SALT;
extern "C" int takes_by_name (salted_pointer, int) __asm__ ("_Z5takesPFiiEi");

salted_pointer volatile pointer;
plain volatile plain_pointer;
salted_member volatile member;

int
main ()
{
  int result = 0;
  pointer = salted;
  MUST_PASS (result = takes (pointer, 1));
  CHECK (result == 3);
  pointer = by_name;
  MUST_PASS (result = takes_by_name (pointer, 1));
  CHECK (result == 3);
  pointer = with_members::member;
  MUST_PASS (result = takes (pointer, 1));
  CHECK (result == 5);
  pointer = of_template<int>;
  MUST_PASS (result = takes (pointer, 1));
  CHECK (result == 6);
  plain_pointer = unsalted;
  MUST_PASS (result = takes_plain (plain_pointer, 1));
  CHECK (result == 2);
  with_members object = { 5 };
  member = &with_members::method;
  MUST_PASS (result = takes_member (object, member, 1));
  CHECK (result == 7);

  pointer = unsalted;
  MUST_TRAP (takes (pointer, 1));
  plain_pointer = salted;
  MUST_TRAP (takes_plain (plain_pointer, 1));
  member = &with_members::plain_method;
  MUST_TRAP (takes_member (object, member, 1));
  DONE ();
}
