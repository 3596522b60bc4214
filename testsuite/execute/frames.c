/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers with unusual frames: alloca, variable-length arrays, over-aligned
   locals, a frame pointer, stack protection; the callee gets its stack
   arguments all the same.  */

#include "trap.h"

typedef long function (long, long, long, long, long, long, long, char *);

static long
good (long a, long b, long c, long d, long e, long f, long g, char *p)
{
  REACHED ();
  p[0] = (char) g;
  return a + b + c + d + e + f + g;
}

static long
forged (long a, long b, long c, long d, long e, long f, long g, void *p)
{
  REACHED ();
  return a + b + c + d + e + f + g + (p != 0);
}

function *volatile pointer;
volatile unsigned long size = 100;

NOINLINE long
with_alloca (function *f)
{
  char *p = __builtin_alloca (size);

  return f (1, 2, 3, 4, 5, 6, 7, p) + p[0];
}

NOINLINE long
with_array (function *f)
{
  char array[size];

  return f (1, 2, 3, 4, 5, 6, 7, array) + array[0];
}

NOINLINE long
with_alignment (function *f)
{
  char array[64] __attribute__ ((__aligned__ (64)));

  array[0] = 0;
  return f (1, 2, 3, 4, 5, 6, 7, array) + array[0]
	 + (long) ((unsigned long) array % 64);
}

NOINLINE long
with_big_frame (function *f)
{
  char array[70000];

  return f (1, 2, 3, 4, 5, 6, 7, array) + array[0];
}

#define EACH(callee, expectation, condition)                                  \
  do                                                                          \
    {                                                                         \
      pointer = (function *) callee;                                          \
      expectation (result = with_alloca (pointer)); condition;                \
      expectation (result = with_array (pointer)); condition;                 \
      expectation (result = with_alignment (pointer)); condition;             \
      expectation (result = with_big_frame (pointer)); condition;             \
    }                                                                         \
  while (0)

int
main (void)
{
  long result = 0;

  EACH (good, MUST_PASS, CHECK (result == 35));
  EACH (forged, MUST_TRAP, (void) 0);
  DONE ();
}
