/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-std=gnu11" } */
/* Functions defined in the old style: their id is that of the promoted
   parameters, and a prototype in scope wins.  A call through a pointer without
   a prototype is not checked, as there is no type to check.  */

#include "trap.h"

static int
old_style (c, x)
     char c;
     float x;
{
  REACHED ();
  return c + (int) x;
}

static int with_prototype (short, int *);
static int
with_prototype (s, p)
     short s;
     int *p;
{
  REACHED ();
  return s + *p;
}

static int
forged (unsigned c, double x)
{
  REACHED ();
  return (int) c + (int) x + 1;
}

void *volatile pointer;
int three = 3;

NOINLINE int
call_promoted (void *f)
{
  return ((int (*) (int, double)) f) (1, 2.0) * 2;
}

NOINLINE int
call_prototype (void *f)
{
  return ((int (*) (short, int *)) f) (1, &three) * 2;
}

NOINLINE int
call_unprototyped (void *f)
{
  return ((int (*) ()) f) (1, 2.0) * 2;
}

int
main (void)
{
  int result = 0;

  pointer = (void *) old_style;
  MUST_PASS (result = call_promoted (pointer));
  CHECK (result == 6);
  MUST_NOT_CHECK (result = call_unprototyped (pointer));
  CHECK (result == 6);
  pointer = (void *) with_prototype;
  MUST_PASS (result = call_prototype (pointer));
  CHECK (result == 8);
  MUST_TRAP (call_promoted (pointer));
  pointer = (void *) forged;
  MUST_TRAP (call_promoted (pointer));
  MUST_NOT_CHECK (result = call_unprototyped (pointer));
  CHECK (result == 8);
  DONE ();
}
