/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The definitions for prototypes.c.  */

#include "trap.h"

typedef int of_int (int);

int
local (int x)
{
  REACHED ();
  return x + 1;
}

static int
hidden (int x)
{
  REACHED ();
  return x + 2;
}

of_int *
get_hidden (void)
{
  return hidden;
}

int
disagreed (int x)
{
  REACHED ();
  return x + 3;
}

int
replaced (unsigned x)
{
  REACHED ();
  return (int) x + 4;
}

int
call_there (of_int *f, int x)
{
  return f (x) * 3;
}
