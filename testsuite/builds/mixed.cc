/* SPDX-License-Identifier: GPL-3.0-or-later */
/* C and C++ in one program: functions of each are called by the other, the types being
   those of a common header (cxx.tcl).  */

#include "trap.h"
#include "mixed.h"

struct shape
{
  virtual int visit (point *, const axis *, double) = 0;
  virtual ~shape () {}
};

struct other
{
  int o;
  virtual int number (int x) { REACHED (); return x + o; }
  virtual ~other () {}
};

struct both : other, shape
{
  int visit (point *p, const axis *, double) override
  {
    REACHED ();
    return p->y + 100;
  }
};

static NOINLINE int
call (visit *f, point *p)
{
  axis a = AXIS_X;
  try
    {
      return f (p, &a, 2.0) + 1;
    }
  catch (int x)
    {
      return -x;
    }
}

template <class Object, class Pointer>
static NOINLINE int
call_member (Object &s, Pointer m, point *p)
{
  axis a = AXIS_X;
  return (s.*m) (p, &a, 2.0);
}

static int
throws (point *p, const axis *, double)
{
  REACHED ();
  throw p->x;
}

static visit *volatile pointer;

int
main ()
{
  volatile int result = 0;
  point p = { 10, 20 };
  both object;
  shape &s = object;
  pointer = from_c ();
  MUST_PASS (result = call (pointer, &p));
  CHECK (result == 13);
  MUST_PASS (result = call_in_c (pointer, &p));
  CHECK (result == 22);
  pointer = [] (point *q, const axis *, double d) {
    REACHED ();
    return q->y + (int) d;
  };
  MUST_PASS (result = call_in_c (pointer, &p));
  CHECK (result == 22);
  pointer = throws;
  MUST_PASS (result = call (pointer, &p));
  CHECK (result == -10);
  MUST_PASS (result = call_member (s, &shape::visit, &p));
  CHECK (result == 120);
  pointer = reinterpret_cast<visit *> (forged_in_c);
  MUST_TRAP (call (pointer, &p));
  MUST_TRAP (call_in_c (pointer, &p));
  pointer = reinterpret_cast<visit *> (
      static_cast<int (*) (point &, const axis *, double)> (
	  [] (point &q, const axis *, double) { REACHED (); return q.x; }));
  MUST_TRAP (call_in_c (pointer, &p));
  MUST_TRAP (call_member (
      object,
      reinterpret_cast<int (both::*) (point *, const axis *, double)> (
	  &other::number),
      &p));
  DONE ();
}
