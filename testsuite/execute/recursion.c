/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recursion through pointers, also mutual, with the pointer handed along: a tail
   call that becomes a loop or a sibling call keeps its check in each round.  */

#include "trap.h"

struct step;
typedef long function (struct step *, long);

struct step
{
  function *next;
  struct step *rest;
};

static long
good (struct step *s, long x)
{
  REACHED ();
  if (s->rest == 0)
    return x + 1;
  return s->rest->next (s->rest, x * 2);
}

static long
also_good (struct step *s, long x)
{
  REACHED ();
  if (s->rest == 0)
    return x;
  return s->rest->next (s->rest, x + 3) + 1;
}

static long
forged (struct step *s, unsigned long x)
{
  REACHED ();
  return s ? (long) x : -1;
}

struct step steps[4];
function *volatile pointers[4];

NOINLINE long
start (struct step *s, long x)
{
  return s->next (s, x) + 100;
}

static void
build (function *last)
{
  int i;

  for (i = 0; i < 4; i++)
    {
      pointers[i] = i == 3 ? last : i & 1 ? also_good : good;
      steps[i].next = pointers[i];
      steps[i].rest = i == 3 ? 0 : &steps[i + 1];
    }
}

int
main (void)
{
  long result = 0;

  build (good);
  MUST_PASS (result = start (steps, 1));
  CHECK (result == ((1 * 2) + 3) * 2 + 1 + 1 + 100);
  CHECK (trap_reached == 4);
  build ((function *) forged);
  steps[0].rest = &steps[3];
  steps[0].next = pointers[3];
  MUST_TRAP (start (steps, 1));
  DONE ();
}
