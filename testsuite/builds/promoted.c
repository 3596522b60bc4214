/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile makes of the most frequent callee of an indirect call a direct one,
   for the case that the pointer is equal; all other pointers are checked.  With
   an argument the program only makes the profile.  */

#include "trap.h"

typedef int function (int);

static int
frequent (int x)
{
  REACHED ();
  return x + 1;
}

static int
rare (int x)
{
  REACHED ();
  return x + 2;
}

NOINLINE int
wrong (unsigned x)
{
  REACHED ();
  return (int) x + 3;
}

function *volatile pointer;

__attribute__ ((__noinline__)) int
call (function *f, int x)
{
  return f (x) * 2;
}

NOINLINE int
loop (int n)
{
  int sum = 0;
  for (int i = 0; i < n; i++)
    {
      pointer = i % 16 ? frequent : rare;
      sum += call (pointer, i);
    }
  return sum;
}

int
main (int argc, char **argv)
{
  int r;

  MUST_PASS (r = loop (10000));
  if (argc > 1)
    return 0;
  pointer = rare;
  MUST_PASS (r = call (pointer, 1));
  CHECK (r == 6);
  pointer = frequent;
  MUST_PASS (r = call (pointer, 1));
  CHECK (r == 4);
  pointer = (function *) wrong;
  MUST_TRAP (r = call (pointer, 1));
  DONE ();
}
