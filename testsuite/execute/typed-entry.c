/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang has no typed entries" } */
/* { dg-require typed-entries "a function has one entry for pointers and one for calls" } */
/* An alias with attribute kcfi_entry has an id of its own: a function is called
   through pointers of several prototypes, each by the name that has it.  The name of
   one prototype through a pointer of another traps.  From Rust's methods, which one
   vtable calls with other types of self; and from C's callbacks with void *.  */

#include "trap.h"

struct first
{
  int x;
};
struct second
{
  int x;
};

typedef int by_void (void *, int);
typedef int by_first (struct first *, int);
typedef int by_second (const struct second *, int);

NOINLINE int
look (void *p, int y)
{
  REACHED ();
  return *(int *) p + y;
}

extern int look_first (struct first *, int)
    __attribute__ ((alias ("look"), kcfi_entry));
int look_second (const struct second *, int)
    __attribute__ ((kcfi_entry, alias ("look"), visibility ("hidden")));

/* Only its entry is used.  */
NOINLINE __attribute__ ((used)) static double
scale (double x, void *p, long a, long b, long c, long d, long e)
{
  REACHED ();
  return x * *(int *) p + a + b + c + d + e;
}
typedef double scale_first_type (double, struct first *, long, long, long,
				 long, long);
scale_first_type scale_first __attribute__ ((alias ("scale"), kcfi_entry));

by_void *volatile void_pointer = look;
by_first *volatile first_pointer = look_first;
by_second *volatile second_pointer = look_second;
scale_first_type *volatile scale_pointer = scale_first;

NOINLINE static int
call_void (by_void *f, void *p)
{
  return f (p, 1);
}

NOINLINE static int
call_first (by_first *f, struct first *p)
{
  return f (p, 2);
}

NOINLINE static int
call_second (by_second *f, const struct second *p)
{
  return f (p, 3);
}

int
main (void)
{
  struct first one = { 40 };
  struct second two = { 50 };
  int result = 0;
  double scaled = 0;

  MUST_PASS (result = call_void (void_pointer, &one));
  CHECK (result == 41);
  MUST_PASS (result = call_first (first_pointer, &one));
  CHECK (result == 42);
  MUST_PASS (result = call_second (second_pointer, &two));
  CHECK (result == 53);
  MUST_PASS (scaled = scale_pointer (0.5, &one, 1, 2, 3, 4, 5));
  CHECK (scaled == 35);

  void_pointer = (by_void *) look_first;
  MUST_TRAP (call_void (void_pointer, &one));
  first_pointer = (by_first *) look_second;
  MUST_TRAP (call_first (first_pointer, &one));
  second_pointer = (by_second *) look;
  MUST_TRAP (call_second (second_pointer, &two));

  MUST_PASS (result = look_first (&one, 5)); /* Direct.  */
  CHECK (result == 45);
  void_pointer = look;
  first_pointer = look_first;
  CHECK ((void *) void_pointer != (void *) first_pointer);
  DONE ();
}
