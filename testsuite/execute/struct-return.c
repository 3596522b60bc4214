/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structures returned: in registers and through a hidden pointer, which takes
   the first argument register.  */

#include "trap.h"

struct pair
{
  long a, b;
};

struct large
{
  int words[20];
};

struct other
{
  int words[20];
};

typedef struct pair pair_function (int);
typedef struct large large_function (int);

static struct pair
good_pair (int x)
{
  struct pair result = { x, x + 1 };

  REACHED ();
  return result;
}

static struct pair
forged_pair (long x)
{
  struct pair result = { x, x };

  REACHED ();
  return result;
}

static struct large
good_large (int x)
{
  struct large result = { { x, [19] = x + 19 } };

  REACHED ();
  return result;
}

static struct other
forged_large (int x)
{
  struct other result = { { x + 2 } };

  REACHED ();
  return result;
}

pair_function *volatile pair_pointer;
large_function *volatile large_pointer;

NOINLINE long
call_pair (pair_function *f)
{
  struct pair pair = f (3);

  return pair.a * 10 + pair.b;
}

NOINLINE int
call_large (large_function *f)
{
  return f (3).words[19];
}

/* A tail call that hands the hidden pointer on.  */
NOINLINE struct large
tail_large (large_function *f, int x)
{
  return f (x);
}

int
main (void)
{
  long result = 0;

  pair_pointer = good_pair;
  large_pointer = good_large;
  MUST_PASS (result = call_pair (pair_pointer));
  CHECK (result == 34);
  MUST_PASS (result = call_large (large_pointer));
  CHECK (result == 22);
  MUST_PASS (result = tail_large (large_pointer, 5).words[0]);
  CHECK (result == 5);
  pair_pointer = (pair_function *) forged_pair;
  large_pointer = (large_function *) forged_large;
  MUST_TRAP (call_pair (pair_pointer));
  MUST_TRAP (call_large (large_pointer));
  MUST_TRAP (tail_large (large_pointer, 5));
  DONE ();
}
