/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arms of a switch with the same code behind the call: RTL cross-jumping would
   join their ends, the call included.  */

#include "trap.h"

static int
take_int (int *p)
{
  REACHED ();
  return *p;
}

static int
take_const (const int *p)
{
  REACHED ();
  return *p + 1;
}

void *volatile pointer;
int value = 5, total, calls;

NOINLINE int
arms (int kind, void *f)
{
  int result;

  switch (kind)
    {
    case 0:
      result = ((int (*) (int *)) f) (&value);
      calls++;
      total += result;
      break;
    case 1:
      result = ((int (*) (const int *)) f) (&value);
      calls++;
      total += result;
      break;
    case 2:
      result = ((int (*) (volatile int *)) f) (&value);
      calls++;
      total += result;
      break;
    default:
      return -1;
    }
  return total;
}

int
main (void)
{
  int result = 0;

  pointer = (void *) take_int;
  MUST_PASS (result = arms (0, pointer));
  CHECK (result == 5 && calls == 1);
  MUST_TRAP (arms (1, pointer));
  MUST_TRAP (arms (2, pointer));
  pointer = (void *) take_const;
  MUST_PASS (result = arms (1, pointer));
  CHECK (result == 11 && calls == 2);
  MUST_TRAP (arms (0, pointer));
  MUST_TRAP (arms (2, pointer));
  DONE ();
}
