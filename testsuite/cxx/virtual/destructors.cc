/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Destructors, which have two slots, and slots that no function is behind.  `delete'
   calls one, an explicit destructor the other; each must trap where the other
   stands, and at a slot of another method.  A pure virtual or deleted function
   traps at the check: what stands there belongs to the run-time library.  */
/* { dg-require plugin "Clang does not check virtual calls" } */

#include "trap.h"

static int destroyed;

struct base
{
  virtual ~base () { destroyed += 1; }
  virtual int other () { REACHED (); return 1; }
};

struct side
{
  int s = 1;
  virtual ~side () { destroyed += 10; }
};

/* Two virtual bases with destructors: one thunk serves both.  */
struct derived : virtual base, virtual side
{
  int d = 2;
  ~derived () override { destroyed += 100; }
};

struct abstract
{
  abstract () { call (this); }
  virtual int pure () = 0;
  static NOINLINE int call (abstract *a) { return a->pure (); }
};

struct concrete : abstract
{
  int pure () override { REACHED (); return 2; }
};

struct forbidden
{
  virtual int never () = delete;
  virtual int may () { REACHED (); return 3; }
};

static NOINLINE void
destroy (base *b)
{
  delete b;
  REACHED ();
}

static NOINLINE void
destroy (side *s)
{
  delete s;
  REACHED ();
}

static NOINLINE void
end (base *b)
{
  b->~base ();
  REACHED ();
}

static NOINLINE int
may (forbidden *f)
{
  return f->may ();
}

typedef void *table[8];

/* OBJECT's table becomes a copy of its first slots in the order FIRST, SECOND,
   THIRD.  */
static NOINLINE void
reorder (void *object, int first, int second, int third)
{
  static table tables[4];
  static int used;
  void **own = *static_cast<void ***> (object);
  void **mine = tables[used++];
  mine[0] = own[first];
  mine[1] = own[second];
  mine[2] = own[third];
  void **volatile hidden = mine;
  *static_cast<void ***> (object) = hidden;
}

alignas (base) static char place[sizeof (base)];

inline void *
operator new (__SIZE_TYPE__, char *where)
{
  return where;
}

int
main ()
{
  MUST_PASS (destroy (new base));
  CHECK (destroyed == 1);
  MUST_PASS (destroy (static_cast<base *> (new derived)));
  CHECK (destroyed == 112);
  MUST_PASS (destroy (static_cast<side *> (new derived)));
  CHECK (destroyed == 223);
  base *b = new (place) base;
  MUST_PASS (end (b));
  CHECK (destroyed == 224);

  /* D1 and D0 exchanged; other () in place of each.  */
  b = new base;
  reorder (b, 1, 0, 2);
  MUST_TRAP_VIRTUAL (destroy (b));
  MUST_TRAP_VIRTUAL (end (b));
  b = new base;
  reorder (b, 2, 2, 0);
  MUST_TRAP_VIRTUAL (destroy (b));
  MUST_TRAP_VIRTUAL (end (b));
  MUST_TRAP_VIRTUAL (b->other ());

  MUST_TRAP_VIRTUAL (concrete ());
  forbidden f;
  MUST_PASS (may (&f));
  reorder (&f, 1, 0, 0);
  MUST_TRAP_VIRTUAL (may (&f));
  DONE ();
}
