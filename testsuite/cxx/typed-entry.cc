// SPDX-License-Identifier: GPL-3.0-or-later
// { dg-require plugin "Clang has no typed entries" }
// { dg-require typed-entries "a function has one entry for pointers and one for calls" }
// Typed entries in C++, by mangled names and extern "C" (in C: execute/typed-entry.c).

#include "trap.h"

struct first
{
  int x;
};
struct second
{
  int x;
};

NOINLINE int
look (void *p)
{
  REACHED ();
  return *(int *) p;
}

extern "C" int look_first (first *) __attribute__ ((alias ("_Z4lookPv"), kcfi_entry));
int look_second (second *) __attribute__ ((alias ("_Z4lookPv"), kcfi_entry));

int (*volatile void_pointer) (void *) = look;
int (*volatile first_pointer) (first *) = look_first;
int (*volatile second_pointer) (second *) = look_second;

int
main ()
{
  first one = { 4 };
  second two = { 5 };
  int result = 0;

  MUST_PASS (result = void_pointer (&one));
  CHECK (result == 4);
  MUST_PASS (result = first_pointer (&one));
  CHECK (result == 4);
  MUST_PASS (result = second_pointer (&two));
  CHECK (result == 5);
  first_pointer = (int (*) (first *)) look_second;
  MUST_TRAP (first_pointer (&one));
  void_pointer = (int (*) (void *)) look_first;
  MUST_TRAP (void_pointer (&one));
  DONE ();
}
