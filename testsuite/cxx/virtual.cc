/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls of virtual functions are not checked, as in Clang: their tables hold what
   derived classes put there.  What is behind them still runs as ever: through
   several and virtual bases, covariant results, from constructors.  Calls through
   pointers inside of virtual functions are checked.  */

#include "trap.h"

typedef int function (int);

struct base
{
  virtual base *self () { REACHED (); return this; }
  virtual int call (function *f, int x) { return f (x); }
  virtual int kind () { REACHED (); return 1; }
  virtual ~base () {}
};

struct side
{
  int s = 5;
  virtual side *other () { REACHED (); return this; }
  virtual ~side () {}
};

struct derived : side, virtual base
{
  int d = 6;
  derived () { REACHED (); d += kind (); }
  derived *self () override { REACHED (); return this; }
  derived *other () override { REACHED (); return this; }
  int call (function *f, int x) override { return f (x) + 1; }
  int kind () override { REACHED (); return 2; }
};

struct final_one final : derived
{
  int kind () override { REACHED (); return 3; }
};

static NOINLINE int
kind (base *b)
{
  return b->kind ();
}

static NOINLINE base *
self (base *b)
{
  return b->self ();
}

static NOINLINE side *
other (side *s)
{
  return s->other ();
}

static NOINLINE int
call (base *b, function *f, int x)
{
  return b->call (f, x);
}

static int
good (int x)
{
  REACHED ();
  return x * 2;
}

static int
forged (long x)
{
  REACHED ();
  return (int) x;
}

static function *volatile pointer;

/* A table that no class has.  */
extern "C" int
stranger (void *)
{
  REACHED ();
  return 9;
}

static void *forged_table[8];

int
main ()
{
  volatile int result = 0;
  derived *d;
  MUST_PASS (d = new derived);
  CHECK (d->d == 8);
  final_one f;
  MUST_PASS (result = kind (d));
  CHECK (result == 2);
  MUST_PASS (result = kind (&f));
  CHECK (result == 3);
  base *b;
  MUST_PASS (b = self (d));
  CHECK (b == d);
  side *s;
  MUST_PASS (s = other (d));
  CHECK (s == d && s->s == 5);
  pointer = good;
  MUST_PASS (result = call (d, pointer, 4));
  CHECK (result == 9);
  pointer = reinterpret_cast<function *> (forged);
  MUST_TRAP (call (d, pointer, 4));
  delete static_cast<base *> (d);

  struct plain : base {} p;
  void **table = forged_table;
  for (int i = 0; i < 8; i++)
    forged_table[i] = reinterpret_cast<void *> (stranger);
  __builtin_memcpy (static_cast<void *> (&p), &table, sizeof table);
  __asm__ volatile ("" : : "r" (&p) : "memory");
  MUST_NOT_CHECK (result = kind (&p));
  CHECK (result == 9);
  DONE ();
}
