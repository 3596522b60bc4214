/* SPDX-License-Identifier: GPL-3.0-or-later */
/* More arguments than registers, of both classes: the check comes after they
   are on the stack and in their registers.  */

#include "trap.h"

typedef double function (int, long, char, short, int, long, long, char, double,
			 float, double, double, double, double, double, double,
			 double, double);

static double
good (int a, long b, char c, short d, int e, long f, long g, char h, double i,
      float j, double k, double l, double m, double n, double o, double p,
      double q, double r)
{
  REACHED ();
  return a + b + c + d + e + f + 100 * g + 1000 * h + i + j + k + l + m + n
	 + o + p + 10000 * q + 100000 * r;
}

static double
forged (int a, long b, char c, short d, int e, long f, long g, signed char h)
{
  REACHED ();
  return (double) (a + b + c + d + e + f + g + h);
}

function *volatile pointer;

NOINLINE double
call (function *f, int x)
{
  return f (x, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18) + 1;
}

int
main (void)
{
  double result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 1 + 2 + 3 + 4 + 5 + 6 + 700 + 8000 + 9 + 10 + 11 + 12 + 13
		     + 14 + 15 + 16 + 170000 + 1800000 + 1);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 1));
  MUST_RESUME (result = call (pointer, 1));
  CHECK (result == 37);
  DONE ();
}
