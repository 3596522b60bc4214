/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A variadic callee: %al carries the number of vector registers and must come
   through the check.  A forged one differs in the ellipsis alone.  */

#include <stdarg.h>
#include "trap.h"

typedef double sum (int, ...);

static double
good (int count, ...)
{
  va_list list;
  double result = 0;

  REACHED ();
  va_start (list, count);
  while (count-- > 0)
    result += va_arg (list, double);
  va_end (list);
  return result;
}

static double
forged (int count)
{
  REACHED ();
  return count;
}

sum *volatile pointer;

NOINLINE double
call (sum *f)
{
  return f (3, 1.5, 2.25, 4.0) + 1;
}

NOINLINE double
tail (sum *f, double a, double b)
{
  return f (2, a, b);
}

int
main (void)
{
  double result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer));
  CHECK (result == 8.75);
  MUST_PASS (result = tail (pointer, 0.5, 0.25));
  CHECK (result == 0.75);
  pointer = (sum *) forged;
  MUST_TRAP (call (pointer));
  MUST_TRAP (tail (pointer, 0.5, 0.25));
  MUST_RESUME (result = call (pointer));
#ifndef __ARM_PCS_VFP /* It passes variable arguments in other registers.  */
  CHECK (result == 4);
#endif
  DONE ();
}
