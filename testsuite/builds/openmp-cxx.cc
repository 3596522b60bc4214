/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls in parallel regions and tasks: of functions, of members, past objects that
   each thread has, in a try block (cxx.tcl).  */

#include "trap.h"

typedef int function (int);

struct sum
{
  int value;
  sum () : value (0) {}
  sum (const sum &other) : value (other.value) {}
  ~sum () { value = -1; }
  int add (int x) { return value + x; }
  int add_long (long x) { REACHED (); return value + (int) x; }
};

#pragma omp declare reduction (+ : sum : omp_out.value += omp_in.value)

static int
next (int x)
{
  return x + 1;
}

static int
fails (int x)
{
  if (x > 2)
    throw x;
  return x;
}

static int
forged (long x)
{
  REACHED ();
  return (int) x;
}

static NOINLINE int
loop (function *f, int (sum::*member) (int))
{
  sum total;
#pragma omp parallel for reduction (+ : total) num_threads (3)
  for (int i = 0; i < 6; i++)
    total.value = (total.*member) (f (i));
  return total.value;
}

static NOINLINE int
tasks (function *f)
{
  int results[4];
#pragma omp parallel num_threads (2)
#pragma omp single
  for (int i = 0; i < 4; i++)
    {
      sum s;
      s.value = i;
#pragma omp task firstprivate (s) shared (results)
      try
	{
	  results[i] = f (s.value);
	}
      catch (int x)
	{
	  results[i] = 10 * x;
	}
    }
  return results[0] + results[1] + results[2] + results[3];
}

static NOINLINE int
alone (function *f, int (sum::*member) (int))
{
  int result = 0;
#pragma omp parallel num_threads (1)
  {
    sum s;
    result = (s.*member) (f (1));
  }
  return result;
}

static function *volatile pointer = next;
static int (sum::*volatile member) (int) = &sum::add;

int
main ()
{
  CHECK (loop (pointer, member) == 21);
  pointer = fails;
  CHECK (tasks (pointer) == 33);
  pointer = next;
  CHECK (alone (pointer, member) == 2);
  pointer = reinterpret_cast<function *> (forged);
  MUST_TRAP (alone (pointer, member));
  pointer = next;
  member = reinterpret_cast<int (sum::*) (int)> (&sum::add_long);
  MUST_TRAP (alone (pointer, member));
  DONE ();
}
