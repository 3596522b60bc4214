/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-w" } */
/* Calls through pointers to const functions are values for the optimisers: equal
   ones are merged, moved out of loops, inserted on the other arm (PRE).  Two that
   differ in the prototype only must stay two, and where one goes its check goes
   along.  */

#include "trap.h"

/* One type to the optimisers, two to KCFI.  */
enum kind { KIND };
typedef int (*const_number) (unsigned) __attribute__ ((__const__));
typedef int (*const_kind) (enum kind) __attribute__ ((__const__));
typedef int (*plain_number) (unsigned);

int
of_number (unsigned x)
{
  REACHED ();
  return x + 1;
}

int
of_kind (enum kind x)
{
  REACHED ();
  return (int) x + 1;
}

NOINLINE int
twice (void *f, int x)
{
  return ((const_number) f) (x) + ((const_number) f) (x);
}

NOINLINE int
both (void *f, int x)
{
  int a = ((const_number) f) (x);
  int b = ((const_kind) f) (x);
  return a + b;
}

NOINLINE int
in_loop (void *f, int x, int n)
{
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += ((const_number) f) (x) + i;
  return sum;
}

NOINLINE int
in_arms (void *f, int x, int condition)
{
  int r;
  if (condition)
    r = ((const_number) f) (x);
  else
    r = ((const_kind) f) (x);
  return r + condition;
}

NOINLINE int
in_one_arm (void *f, int x, int condition)
{
  int r = 0;
  if (condition)
    r = ((const_number) f) (x);
  return r + ((const_kind) f) (x);
}

NOINLINE int
in_other_arm (void *f, int x, int condition)
{
  int r = 0;
  if (condition)
    r = ((const_kind) f) (x);
  return r + ((const_number) f) (x);
}

NOINLINE int
partially (void *f, int x, int condition)
{
  int r = 0;
  if (condition)
    r = ((const_number) f) (x);
  return r + ((const_number) f) (x);
}

/* Nothing uses the first value: it may go, with its check.  */
NOINLINE int
around_store (void *f, int x, int *place)
{
  int a = ((plain_number) f) (x);
  *place = a;
  return a + ((plain_number) f) (x);
}

void *volatile pointer;
volatile int r;

int
main (void)
{
  int place;

  pointer = of_number;
  MUST_PASS (r = twice (pointer, 1));
  CHECK (r == 4);
  MUST_PASS (r = in_loop (pointer, 1, 3));
  CHECK (r == 9);
  MUST_PASS (r = in_arms (pointer, 1, 1));
  CHECK (r == 3);
  MUST_PASS (r = in_other_arm (pointer, 1, 0));
  CHECK (r == 2);
  MUST_PASS (r = partially (pointer, 1, 1));
  CHECK (r == 4);
  MUST_PASS (r = around_store (pointer, 1, &place));
  CHECK (r == 4);
  MUST_TRAP (r = in_one_arm (pointer, 1, 0));
  MUST_TRAP (r = in_arms (pointer, 1, 0));

  pointer = of_kind;
  MUST_PASS (r = in_arms (pointer, 1, 0));
  CHECK (r == 2);
  MUST_PASS (r = in_one_arm (pointer, 1, 0));
  CHECK (r == 2);
  MUST_TRAP (r = twice (pointer, 1));
  MUST_TRAP (r = both (pointer, 1));
  MUST_TRAP (r = in_loop (pointer, 1, 3));
  MUST_TRAP (r = in_arms (pointer, 1, 1));
  MUST_TRAP (r = in_other_arm (pointer, 1, 0));
  MUST_TRAP (r = partially (pointer, 1, 0));
  MUST_TRAP (r = around_store (pointer, 1, &place));
  DONE ();
}
