/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The half of mixed.cc that is C.  */

#include "trap.h"
#include "mixed.h"

static int
visit_in_c (struct point *p, const enum axis *a, double d)
{
  REACHED ();
  return (*a == AXIS_X ? p->x : p->y) + (int) d;
}

visit *
from_c (void)
{
  return visit_in_c;
}

NOINLINE int
call_in_c (visit *f, struct point *p)
{
  enum axis a = AXIS_Y;
  return f (p, &a, 1.0) + 1;
}

int
forged_in_c (struct point *p, const enum axis *a, float f)
{
  REACHED ();
  return p->x + (int) *a + (int) f;
}
