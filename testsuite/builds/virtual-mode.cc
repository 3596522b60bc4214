/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A virtual function of another unit is called here (builds/lto.tcl).  */

#include "trap.h"

struct base
{
  virtual int f (int);
};

extern base *make_other (void);
extern "C" int from_c (int);

static NOINLINE int
call (base *b, int x)
{
  return b->f (x);
}

int
base::f (int x)
{
  REACHED ();
  return x;
}

int
main ()
{
  volatile int result = 0;
  base *b = make_other ();
  MUST_PASS (result = call (b, 1));
  CHECK (result == 3);
  CHECK (from_c (1) == 2);
  DONE ();
}
