/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions whose signature the optimisers would like to change (unused,
   constant or by-reference parameters) and whose address is taken as well: what
   is reached through the pointer keeps the id of the source.  */

#include "trap.h"

struct point
{
  int x, y;
};

static __attribute__ ((__noinline__)) int
unused_parameter (int x, int unused)
{
  REACHED ();
  return x * 3;
}

static __attribute__ ((__noinline__)) int
constant_parameter (int x, int factor)
{
  REACHED ();
  return x * factor;
}

static __attribute__ ((__noinline__)) int
by_reference (struct point *p)
{
  REACHED ();
  return p->x + p->y;
}

static __attribute__ ((__noinline__)) void
unused_result (int *p, int x)
{
  REACHED ();
  *p = x;
}

static __attribute__ ((__noinline__)) int
forged (int x)
{
  REACHED ();
  return x;
}

typedef int two (int, int);
void *volatile pointer;
struct point point = { 3, 4 };

NOINLINE int
direct_calls (int x)
{
  struct point local = { x, 2 };
  int value = 0;

  unused_result (&value, x);
  return unused_parameter (x, 1) + unused_parameter (x + 1, 2)
	 + constant_parameter (x, 7) + constant_parameter (x + 1, 7)
	 + by_reference (&local) + value;
}

NOINLINE int
call_two (void *f, int x, int y)
{
  return ((two *) f) (x, y) * 2;
}

NOINLINE int
call_reference (void *f)
{
  return ((int (*) (struct point *)) f) (&point) * 2;
}

NOINLINE int
call_void (void *f)
{
  int value = 0;

  ((void (*) (int *, int)) f) (&value, 5);
  return value;
}

int
main (void)
{
  int result = 0;

  MUST_PASS (result = direct_calls (1));
  CHECK (result == 3 + 6 + 7 + 14 + 3 + 1);
  pointer = (void *) unused_parameter;
  MUST_PASS (result = call_two (pointer, 2, 9));
  CHECK (result == 12);
  pointer = (void *) constant_parameter;
  MUST_PASS (result = call_two (pointer, 2, 9));
  CHECK (result == 36);
  MUST_TRAP (call_reference (pointer));
  pointer = (void *) by_reference;
  MUST_PASS (result = call_reference (pointer));
  CHECK (result == 14);
  pointer = (void *) unused_result;
  MUST_PASS (result = call_void (pointer));
  CHECK (result == 5);
  pointer = (void *) forged;
  MUST_TRAP (call_two (pointer, 2, 9));
  DONE ();
}
