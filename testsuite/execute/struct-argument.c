/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structures by value: in registers, mixed, and on the stack.  */

#include "trap.h"

struct small
{
  int a, b;
};

struct mixed
{
  double d;
  long l;
};

struct large
{
  long words[9];
};

/* The same layout under another tag is another type.  */
struct other
{
  long words[9];
};

typedef long function (struct small, struct mixed, struct large, int);

static long
good (struct small s, struct mixed m, struct large l, int x)
{
  REACHED ();
  return s.a + s.b + (long) m.d + m.l + l.words[0] + l.words[8] + x;
}

static long
forged (struct small s, struct mixed m, struct other l, int x)
{
  REACHED ();
  return s.a + s.b + m.l + l.words[8] + x + 1000;
}

function *volatile pointer;
struct large large = { { 1, 2, 3, 4, 5, 6, 7, 8, 9 } };

NOINLINE long
call (function *f, int x)
{
  struct small s = { x, 2 };
  struct mixed m = { 3.0, 4 };

  return f (s, m, large, 5) * 2;
}

int
main (void)
{
  long result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 2 * (1 + 2 + 3 + 4 + 1 + 9 + 5));
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 1));
  DONE ();
}
