/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many pointers and values live at once: targets in each callee-saved register,
   among them %r12, which the check's addressing cannot encode in four bytes.  */

#include "trap.h"

typedef long function (long, long, long, long, long, long);

static long
good (long a, long b, long c, long d, long e, long f)
{
  REACHED ();
  return a + b + c + d + e + f;
}

static long
forged (long a, long b, long c, long d, long e, unsigned long f)
{
  REACHED ();
  return a + b + c + d + e + (long) f + 1;
}

function *volatile pointer;
volatile long rounds = 3;

NOINLINE long
call_all (function *f, function *g, function *h, function *i, function *j,
	  function *k)
{
  long sum = 0, round;

  for (round = 0; round < rounds; round++)
    {
      sum += f (sum, round, 1, 2, 3, 4);
      sum += g (round, sum, 1, 2, 3, 4);
      sum += h (1, 2, sum, round, 3, 4);
      sum += i (1, 2, round, sum, 3, 4);
      sum += j (1, 2, 3, 4, sum, round);
      sum += k (1, 2, 3, 4, round, sum);
      sum &= 0xffff;
    }
  return sum;
}

NOINLINE long
expected (void)
{
  long sum = 0, round, i;

  for (round = 0; round < rounds; round++)
    {
      for (i = 0; i < 6; i++)
	sum += sum + round + 10;
      sum &= 0xffff;
    }
  return sum;
}

int
main (void)
{
  long result = 0;
  function *g, *b;

  pointer = good;
  g = pointer;
  pointer = (function *) forged;
  b = pointer;
  MUST_PASS (result = call_all (g, g, g, g, g, g));
  CHECK (result == expected ());
  rounds = 1;
  trap_reached = 0;
  MUST_TRAP (call_all (b, g, g, g, g, g));
  MUST_TRAP (call_all (b, b, b, b, b, b));
  DONE ();
}
