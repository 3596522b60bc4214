/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-fipa-icf" } */
/* Identical bodies under two types: folding them into one function would leave
   one of them with the other's id.  Callees and callers.  */

#include "trap.h"

int shared;

static int
from_int (int *p)
{
  REACHED ();
  return p != 0 ? 7 : 8;
}

static int
from_char (char *p)
{
  REACHED ();
  return p != 0 ? 7 : 8;
}

static int
from_int_too (int *p)
{
  REACHED ();
  return p != 0 ? 7 : 8;
}

void *volatile pointer;
int (*keep[]) (int *) = { from_int, from_int_too };
int (*keep_char) (char *) = from_char;

NOINLINE int
call_int (void *f)
{
  return ((int (*) (int *)) f) (&shared) + 1;
}

NOINLINE int
call_char (void *f)
{
  return ((int (*) (char *)) f) ((char *) &shared) + 1;
}

int
main (void)
{
  int result = 0;

  pointer = (void *) keep[0];
  MUST_PASS (result = call_int (pointer));
  CHECK (result == 8);
  MUST_TRAP (call_char (pointer));
  pointer = (void *) keep[1];
  MUST_PASS (result = call_int (pointer));
  CHECK (result == 8);
  MUST_TRAP (call_char (pointer));
  pointer = (void *) keep_char;
  MUST_PASS (result = call_char (pointer));
  CHECK (result == 8);
  MUST_TRAP (call_int (pointer));
  DONE ();
}
