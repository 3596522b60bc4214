/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang leaves calls whose id is 0 unchecked" } */
/* A prototype whose id happens to be 0: checked like any other.  */

#include "trap.h"

struct sVRt58ca
{
  int number;
};

typedef void function (struct sVRt58ca *);

static void
good (struct sVRt58ca *p)
{
  REACHED ();
  p->number++;
}

static void
forged (int *p)
{
  REACHED ();
  *p += 2;
}

function *volatile pointer;

NOINLINE void
call (function *f, struct sVRt58ca *p)
{
  f (p);
  p->number *= 2;
}

int
main (void)
{
  struct sVRt58ca object = { 1 };

  pointer = good;
  MUST_PASS (call (pointer, &object));
  CHECK (object.number == 4);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, &object));
  MUST_RESUME (call (pointer, &object));
  CHECK (object.number == 12);
  DONE ();
}
