/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-sources "more/shared-thunks-other.cc" } */
/* One thunk that is reached as methods of two virtual bases: _ZTv0_n24_ of `both::h'
   stands in the tables of `one' and of `two'.  With virtual=class each needs an id of
   its own (gimple/cxx/own-thunks.h): in the tables of the class, of classes
   derived from it here and in another unit, and while they are made.  */
/* { dg-require plugin "Clang does not check virtual calls" } */

#include "trap.h"
#include "shared-thunks.h"

int both::h () { REACHED (); return 30; }
both::both () { made = call (static_cast<one *> (this)) + call (static_cast<two *> (this)); }

/* All inline: the copies are in its comdat group.  */
struct more : both
{
  int m = 4;
  int h () override { REACHED (); return 36 + m; }
};

/* Overrides nothing, so its tables have the thunk of `both'.  */
struct heir : both
{
  int i = 5;
};

/* While it is made it has tables whose first slots are empty: nobody destroys an
   abstract object.  */
struct abstract : both
{
  int a = 7;
  abstract () { made += call (static_cast<one *> (this)) + call (static_cast<two *> (this)); }
  virtual int pure () = 0;
};

/* `both' is not at its top, so the tables that it has while it is made speak of
   another place.  */
struct pad
{
  long p = 6;
  virtual ~pad () {}
  virtual int padding () { return 1; }
};
struct behind : pad, both
{
  int k = 9;
};

struct concrete : abstract
{
  int pure () override { return 1; }
};

NOINLINE int call (one *o) { return o->h (); }
NOINLINE int call (two *t) { return t->h (); }
NOINLINE static int call (both *b) { return b->h (); }
NOINLINE static int other (two *t) { return t->other (); }

static void
forge (void *object, void *what)
{
  static void *table[8];
  void *volatile hidden = what;
  for (int i = 0; i < 8; i++)
    table[i] = hidden;
  *static_cast<void ***> (object) = table;
}

static void *
slot (void *object, int number)
{
  return (*static_cast<void ***> (object))[number];
}

#define CHECK_OBJECT(OBJECT, EXPECTED)                                              \
  do                                                                                \
    {                                                                               \
      MUST_PASS (result = call (static_cast<one *> (OBJECT)));                      \
      CHECK (result == (EXPECTED));                                                 \
      MUST_PASS (result = call (static_cast<two *> (OBJECT)));                      \
      CHECK (result == (EXPECTED));                                                 \
      MUST_PASS (result = other (static_cast<two *> (OBJECT)));                     \
      CHECK (result == 21);                                                         \
    }                                                                               \
  while (0)

int
main ()
{
  volatile int result = 0;
  both *b;
  MUST_PASS (b = new both);
  CHECK (made == 60);
  CHECK_OBJECT (b, 30);
  MUST_PASS (result = call (b));
  more *m;
  MUST_PASS (m = new more);
  CHECK (made == 60);
  CHECK_OBJECT (m, 40);
  heir *h;
  MUST_PASS (h = new heir);
  CHECK_OBJECT (h, 30);
  behind *k;
  MUST_PASS (k = new behind);
  CHECK (made == 60);
  CHECK_OBJECT (k, 30);
  concrete *c;
  MUST_PASS (c = new concrete);
  CHECK (made == 120);
  CHECK_OBJECT (c, 30);
  both *far;
  MUST_PASS (far = make_far_heir ());
  CHECK_OBJECT (far, 30);

  /* The copy of the other base.  */
  one *o = b;
  two *t = b;
  void *of_one = slot (o, 2), *of_two = slot (t, 2);
  forge (o, of_one);
  MUST_PASS (result = call (o));
#ifdef VIRTUAL_CLASS
  CHECK (of_one != of_two);
  forge (o, of_two);
  MUST_TRAP_VIRTUAL (call (o));
  forge (t, of_one);
  MUST_TRAP_VIRTUAL (call (t));
#endif
  DONE ();
}
