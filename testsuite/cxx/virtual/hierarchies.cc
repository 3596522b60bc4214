/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Right virtual calls in each shape that tables have: none may trap.  Several and
   virtual bases with their thunks, primary bases that are lost, covariant results,
   conversions, operators, ref-qualifiers, calls from constructors and destructors
   (construction tables), local classes, templates, unnamed namespaces, final
   classes.  A forged slot of each shape must trap.  */
/* { dg-require plugin "Clang does not check virtual calls" } */

#include "trap.h"

/* --- Shapes of tables.  */

struct left
{
  int l = 1;
  virtual int f (int x) { REACHED (); return x + 10; }
  virtual int only_left () { REACHED (); return 11; }
};

struct right
{
  int r = 2;
  virtual int only_right () const { REACHED (); return 20; }
  virtual int f (int x) { REACHED (); return x + 20; }
};

/* Nothing but virtual functions: can be a virtual primary base.  */
struct interface
{
  virtual int face () = 0;
  virtual int both () { REACHED (); return 30; }
};

struct shared
{
  int s = 3;
  virtual int h () { REACHED (); return 40; }
};

struct near_one : virtual interface
{
  int face () override { REACHED (); return 31; }
};

struct near_two : virtual interface
{
  int n = 4;
};

struct all : left, right, near_one, near_two, virtual shared
{
  int a = 5;
  int f (int x) override { REACHED (); return x + 50; }
  int only_right () const override { REACHED (); return 51; }
  int both () override { REACHED (); return 52; }
  int h () override { REACHED (); return 53; }
  virtual int own () { REACHED (); return 54; }
};

/* Its primary base is interface, a base of its base.  */
struct beyond : virtual near_two
{
  int b = 8;
  int face () override { REACHED (); return 56; }
  int both () override { REACHED (); return 57; }
};

struct last final : all
{
  int f (int x) override { REACHED (); return x + 60; }
  int own () override { REACHED (); return 61; }
};

NOINLINE static int f (left *l, int x) { return l->f (x); }
NOINLINE static int f (right *r, int x) { return r->f (x); }
NOINLINE static int f (all *a, int x) { return a->f (x); }
NOINLINE static int only_right (const right &r) { return r.only_right (); }
NOINLINE static int only_left (left &l) { return l.only_left (); }
NOINLINE static int face (interface *i) { return i->face (); }
NOINLINE static int face (near_one *i) { return i->face (); }
NOINLINE static int face (near_two *i) { return i->face (); }
NOINLINE static int both (interface *i) { return i->both (); }
NOINLINE static int both (near_two *i) { return i->both (); }
NOINLINE static int both (beyond *i) { return i->both (); }
NOINLINE static int h (shared *s) { return s->h (); }
NOINLINE static int h (all *s) { return s->h (); }
NOINLINE static int own (all *a) { return a->own (); }
NOINLINE static int own (last *a) { REACHED (); return a->own (); }

/* --- Covariant results: thunks that adjust what comes back.  */

struct node : right
{
  virtual left *as_left ();
  virtual right *copy () { REACHED (); return this; }
};

struct pair : left, node
{
  int p = 6;
  pair *as_left () override { REACHED (); return this; }
  pair *copy () override { REACHED (); return this; }
};

left *node::as_left () { return nullptr; }

NOINLINE static left *as_left (node *n) { return n->as_left (); }
NOINLINE static right *copy (node *n) { return n->copy (); }
NOINLINE static pair *copy (pair *n) { return n->copy (); }

/* --- Names that are no identifiers.  */

struct value
{
  virtual operator int () const { REACHED (); return 70; }
  virtual operator long () const { REACHED (); return 71; }
  virtual int operator+ (int x) & { REACHED (); return x + 72; }
  virtual int operator+ (int x) && { REACHED (); return x + 73; }
};

struct more : value
{
  operator int () const override { REACHED (); return 80; }
  operator long () const override { REACHED (); return 81; }
  int operator+ (int x) & override { REACHED (); return x + 82; }
  int operator+ (int x) && override { REACHED (); return x + 83; }
};

NOINLINE static int to_int (const value &v) { return v; }
NOINLINE static long to_long (const value &v) { return v; }
NOINLINE static int plus (value &v) { return v + 1; }
NOINLINE static int plus (value &&v) { return static_cast<value &&> (v) + 1; }

/* --- While it is made and destroyed: tables of bases within it.  */

static int trace;

struct stage : virtual shared
{
  stage () { trace = trace * 10 + kind (this); }
  ~stage () { trace = trace * 10 + kind (this); }
  virtual int step () { REACHED (); return 1; }
  static NOINLINE int kind (stage *s) { return s->step () + s->h () % 10; }
};

struct stage_two : stage
{
  int t = 7;
  stage_two () { trace = trace * 10 + kind (this); }
  ~stage_two () { trace = trace * 10 + kind (this); }
  int step () override { REACHED (); return 2; }
  int h () override { REACHED (); return 41; }
};

/* --- Templates, unnamed namespaces, local classes, closures inside.  */

template <class T> struct box
{
  virtual T get (T x) { REACHED (); return x; }
};

struct int_box : box<int>
{
  int get (int x) override { REACHED (); return x + 1; }
};

template <class T> NOINLINE static T get (box<T> *b, T x) { return b->get (x); }

namespace
{
struct hidden
{
  virtual int here () { REACHED (); return 90; }
};
struct more_hidden : hidden
{
  int here () override { REACHED (); return 91; }
};
}

NOINLINE static int here (hidden *h) { return h->here (); }

NOINLINE static hidden *
make_local ()
{
  struct local : hidden
  {
    int here () override { REACHED (); return 92; }
  };
  static local l;
  return &l;
}

/* --- Forging a slot of each.  */

extern "C" int
stranger (void)
{
  REACHED ();
  return 1;
}

/* Every slot of SIZE bytes of OBJECT's table leads to a stranger.  */
static void **
forge (void *object)
{
  static void *table[16];
  void *volatile address = reinterpret_cast<void *> (stranger);
  /* What is in front of the table is not used here.  */
  for (int i = 0; i < 16; i++)
    table[i] = address;
  void **before = *static_cast<void ***> (object);
  *static_cast<void ***> (object) = table;
  return before;
}

#define CHECK_FORGED(OBJECT, CALL)                                                  \
  do                                                                                \
    {                                                                               \
      void **before = forge (OBJECT);                                               \
      MUST_TRAP_VIRTUAL (CALL);                                                     \
      *reinterpret_cast<void ***> (OBJECT) = before;                                \
    }                                                                               \
  while (0)

#define CHECK_CALL(CALL, EXPECTED)                                                  \
  do                                                                                \
    {                                                                               \
      MUST_PASS (result = (CALL));                                                  \
      CHECK (result == (EXPECTED));                                                 \
    }                                                                               \
  while (0)

static volatile long result;

static NOINLINE void
check_bases (all *a, int plus)
{
  CHECK_CALL (f (static_cast<left *> (a), 1), 1 + plus);
  CHECK_CALL (f (static_cast<right *> (a), 1), 1 + plus);
  CHECK_CALL (f (a, 1), 1 + plus);
  CHECK_CALL (only_left (*a), 11);
  CHECK_CALL (only_right (*a), 51);
  CHECK_CALL (face (static_cast<interface *> (a)), 31);
  CHECK_CALL (face (static_cast<near_one *> (a)), 31);
  CHECK_CALL (face (static_cast<near_two *> (a)), 31);
  CHECK_CALL (both (static_cast<interface *> (a)), 52);
  CHECK_CALL (both (static_cast<near_two *> (a)), 52);
  CHECK_CALL (h (static_cast<shared *> (a)), 53);
  CHECK_CALL (h (a), 53);
  CHECK_FORGED (static_cast<left *> (a), f (static_cast<left *> (a), 1));
  CHECK_FORGED (static_cast<right *> (a), f (static_cast<right *> (a), 1));
  CHECK_FORGED (static_cast<right *> (a), only_right (*a));
  CHECK_FORGED (static_cast<interface *> (a), both (static_cast<interface *> (a)));
  CHECK_FORGED (static_cast<shared *> (a), h (static_cast<shared *> (a)));
}

static NOINLINE void
check_far_base (beyond *b)
{
  CHECK_CALL (face (static_cast<interface *> (b)), 56);
  CHECK_CALL (both (static_cast<interface *> (b)), 57);
  CHECK_CALL (both (static_cast<near_two *> (b)), 57);
  CHECK_CALL (both (b), 57);
  /* One table pointer for both: the way to the base is in front of the table.  */
  interface *i = b;
  CHECK_FORGED (i, both (i));
  CHECK_FORGED (b, both (b));
}

static NOINLINE void
check_results ()
{
  pair p;
  left *l;
  MUST_PASS (l = as_left (&p));
  CHECK (l == &p);
  right *r;
  MUST_PASS (r = copy (static_cast<node *> (&p)));
  CHECK (r == &p);
  pair *same;
  MUST_PASS (same = copy (&p));
  CHECK (same == &p);
  node *n = &p;
  CHECK_FORGED (n, as_left (n));
  CHECK_FORGED (&p, copy (&p));
}

static NOINLINE void
check_names ()
{
  value v;
  more m;
  value *volatile pointer = &v;
  CHECK_CALL (to_int (*pointer), 70);
  CHECK_CALL (to_long (*pointer), 71);
  pointer = &m;
  CHECK_CALL (to_int (*pointer), 80);
  CHECK_CALL (to_long (*pointer), 81);
  CHECK_CALL (plus (*pointer), 83);
  CHECK_CALL (plus (static_cast<value &&> (*pointer)), 84);
  CHECK_FORGED (&m, to_int (*pointer));
  CHECK_FORGED (&m, plus (static_cast<value &&> (*pointer)));
}

int
main ()
{
  all a;
  check_bases (&a, 50);
  CHECK_CALL (own (&a), 54);
  last z;
  check_bases (&z, 60);
  CHECK_CALL (own (static_cast<all *> (&z)), 61);
  CHECK_CALL (own (&z), 61);
  beyond b;
  check_far_base (&b);
  check_results ();
  check_names ();

  MUST_PASS ({ stage_two t; REACHED (); });
  /* 1 + 40 % 10, 2 + 41 % 10; then the same in reverse.  */
  CHECK (trace == 1331);

  int_box i;
  CHECK_CALL (get<int> (&i, 1), 2);
  box<char> c;
  CHECK_CALL (get<char> (&c, 'x'), 'x');
  CHECK_FORGED (&c, get<char> (&c, 'x'));
  hidden h0;
  more_hidden h1;
  hidden *volatile h = &h0;
  CHECK_CALL (here (h), 90);
  h = &h1;
  CHECK_CALL (here (h), 91);
  h = make_local ();
  CHECK_CALL (here (h), 92);
  CHECK_FORGED (h, here (h));
  DONE ();
}
