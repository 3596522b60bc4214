/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weak functions, defined and not; the comparison with null must stay one of
   the entry.  */

#include "trap.h"

typedef int function (int);

int __attribute__ ((__weak__))
defined (int x)
{
  REACHED ();
  return x + 1;
}

extern int __attribute__ ((__weak__)) missing (int);

int __attribute__ ((__weak__))
forged (int x, int y)
{
  REACHED ();
  return x + y + 2;
}

function *volatile pointer;

NOINLINE int
call (function *f, int x)
{
  if (f == 0)
    {
      REACHED ();
      return -1;
    }
  return f (x) * 2;
}

int
main (void)
{
  int result = 0;

  pointer = defined;
  MUST_PASS (result = call (pointer, 0));
  CHECK (result == 2);
  pointer = missing;
  MUST_PASS (result = call (pointer, 0));
  CHECK (result == -1);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 0));
  DONE ();
}
