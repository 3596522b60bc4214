/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs that do little but virtual calls, to see what checking these costs.

     virtual-calls NAME CALLS   prints a checksum, and nanoseconds of processor time for
			        each of about CALLS virtual calls

   loop		one object, an empty loop around the call: the worst there is
   shapes	an array of objects of six classes in random order
   tree		an interpreter: expressions that evaluate their operands
   visitor	two virtual calls for each object: accept, then visit
   bases	calls through second and virtual bases, by thunks
   life		objects made and deleted through their base  */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t state = 1;

static unsigned
random_below (unsigned count)
{
  state = state * 6364136223846793005u + 1442695040888963407u;
  return static_cast<unsigned> (state >> 33) % count;
}

/* --- loop, shapes ------------------------------------------------------------------ */

struct shape
{
  unsigned side;
  explicit shape (unsigned s) : side (s) {}
  virtual ~shape () {}
  virtual unsigned area () const = 0;
  virtual void
  grow (unsigned by)
  {
    side += by;
  }
};

#define SHAPE(NAME, AREA)                                                      \
  struct NAME : shape                                                          \
  {                                                                            \
    using shape::shape;                                                        \
    unsigned                                                                   \
    area () const override                                                     \
    {                                                                          \
      return AREA;                                                             \
    }                                                                          \
  }

SHAPE (square, side *side);
SHAPE (circle, 3 * side * side);
SHAPE (triangle, side *side / 2);
SHAPE (line_shape, side);
SHAPE (point, 0);
SHAPE (cube, 6 * side * side);

static shape *
make_shape (unsigned kind, unsigned side)
{
  switch (kind)
    {
    case 0:
      return new square (side);
    case 1:
      return new circle (side);
    case 2:
      return new triangle (side);
    case 3:
      return new line_shape (side);
    case 4:
      return new point (side);
    default:
      return new cube (side);
    }
}

static uint64_t
run_loop (unsigned calls)
{
  shape *s = make_shape (random_below (6), 3);
  uint64_t sum = 0;
  for (unsigned i = 0; i < calls; i++)
    {
      __asm__ volatile("" : "+r"(s));
      sum += s->area ();
    }
  delete s;
  return sum;
}

enum
{
  OBJECTS = 1024
};

static uint64_t
run_shapes (unsigned calls)
{
  static shape *shapes[OBJECTS];
  uint64_t sum = 0;
  for (shape *&s : shapes)
    {
      unsigned kind = random_below (6);
      s = make_shape (kind, random_below (100));
    }
  for (unsigned i = 0; i < calls / 2 / OBJECTS; i++)
    for (shape *s : shapes)
      {
	sum += s->area ();
	s->grow (i & 1);
      }
  for (shape *s : shapes)
    delete s;
  return sum;
}

/* --- tree -------------------------------------------------------------------------- */

struct expression
{
  virtual ~expression () {}
  virtual uint64_t evaluate (uint64_t x) const = 0;
};

struct constant : expression
{
  uint64_t value = random_below (100);
  uint64_t
  evaluate (uint64_t) const override
  {
    return value;
  }
};

struct variable : expression
{
  uint64_t
  evaluate (uint64_t x) const override
  {
    return x;
  }
};

struct binary : expression
{
  expression *left, *right;
  binary (expression *l, expression *r) : left (l), right (r) {}
  ~binary () override
  {
    delete left;
    delete right;
  }
};

struct addition : binary
{
  using binary::binary;
  uint64_t
  evaluate (uint64_t x) const override
  {
    return left->evaluate (x) + right->evaluate (x);
  }
};

struct product : binary
{
  using binary::binary;
  uint64_t
  evaluate (uint64_t x) const override
  {
    return left->evaluate (x) * right->evaluate (x);
  }
};

static expression *
make_tree (unsigned depth)
{
  if (depth == 0)
    {
      if (random_below (2))
	return new constant;
      return new variable;
    }
  expression *left = make_tree (depth - 1), *right = make_tree (depth - 1);
  if (random_below (2))
    return new addition (left, right);
  return new product (left, right);
}

static uint64_t
run_tree (unsigned calls)
{
  expression *tree = make_tree (9);
  uint64_t sum = 0;
  for (unsigned i = 0; i < calls / 1023; i++)
    sum += tree->evaluate (i);
  delete tree;
  return sum;
}

/* --- visitor ----------------------------------------------------------------------- */

struct visitor;
struct element
{
  virtual ~element () {}
  virtual void accept (visitor &v) = 0;
};
struct leaf_element : element
{
  unsigned weight = random_below (9);
  void accept (visitor &v) override;
};
struct pair_element : element
{
  unsigned weights[2] = { random_below (9), random_below (9) };
  void accept (visitor &v) override;
};

struct visitor
{
  virtual ~visitor () {}
  virtual void visit_leaf (leaf_element &e) = 0;
  virtual void visit_pair (pair_element &e) = 0;
};
struct summing_visitor : visitor
{
  uint64_t sum = 0;
  void
  visit_leaf (leaf_element &e) override
  {
    sum += e.weight;
  }
  void
  visit_pair (pair_element &e) override
  {
    sum += e.weights[0] + 2 * e.weights[1];
  }
};

void
leaf_element::accept (visitor &v)
{
  v.visit_leaf (*this);
}

void
pair_element::accept (visitor &v)
{
  v.visit_pair (*this);
}

static uint64_t
run_visitor (unsigned calls)
{
  static element *elements[OBJECTS];
  visitor *v = new summing_visitor;
  for (element *&e : elements)
    {
      if (random_below (2))
	e = new leaf_element;
      else
	e = new pair_element;
    }
  for (unsigned i = 0; i < calls / 2 / OBJECTS; i++)
    for (element *e : elements)
      {
	__asm__ volatile("" : "+r"(v));
	e->accept (*v);
      }
  for (element *e : elements)
    delete e;
  uint64_t sum = static_cast<summing_visitor *> (v)->sum;
  delete v;
  return sum;
}

/* --- bases ------------------------------------------------------------------------- */

struct reader
{
  unsigned r = 1;
  virtual ~reader () {}
  virtual unsigned read (unsigned x) = 0;
};
struct writer
{
  unsigned w = 2;
  virtual ~writer () {}
  virtual unsigned write (unsigned x) = 0;
};
struct device
{
  unsigned d = 3;
  virtual ~device () {}
  virtual unsigned poll () = 0;
};
struct disk : reader, writer, virtual device
{
  unsigned
  read (unsigned x) override
  {
    return r += x;
  }
  unsigned
  write (unsigned x) override
  {
    return w ^= x;
  }
  unsigned
  poll () override
  {
    return d++;
  }
};
struct fast_disk : disk
{
  unsigned
  write (unsigned x) override
  {
    return w += x;
  }
};

static uint64_t
run_bases (unsigned calls)
{
  disk *disks[2] = { new disk, new fast_disk };
  uint64_t sum = 0;
  for (unsigned i = 0; i < calls / 3; i++)
    {
      disk *d = disks[i & 1];
      reader *r = d;
      writer *w = d;
      device *v = d;
      __asm__ volatile("" : "+r"(r), "+r"(w), "+r"(v));
      sum += r->read (i);
      sum += w->write (i);
      sum += v->poll ();
    }
  for (disk *d : disks)
    delete d;
  return sum;
}

/* --- life -------------------------------------------------------------------------- */

static uint64_t
run_life (unsigned calls)
{
  uint64_t sum = 0;
  for (unsigned i = 0; i < calls / 2; i++)
    {
      shape *s = make_shape (i % 6, i & 15);
      __asm__ volatile("" : "+r"(s));
      sum += s->area ();
      delete s;
    }
  return sum;
}

static const struct
{
  const char *name;
  uint64_t (*run) (unsigned);
} programs[] = { { "loop", run_loop },	 { "shapes", run_shapes },
		 { "tree", run_tree },	 { "visitor", run_visitor },
		 { "bases", run_bases }, { "life", run_life } };

static double
processor_time ()
{
  timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double> (now.tv_sec) * 1e9
	 + static_cast<double> (now.tv_nsec);
}

int
main (int argc, char **argv)
{
  if (argc == 3)
    for (const auto &program : programs)
      if (strcmp (argv[1], program.name) == 0)
	{
	  unsigned calls
	      = static_cast<unsigned> (strtoul (argv[2], nullptr, 10));
	  double before = processor_time ();
	  uint64_t sum = program.run (calls);
	  double after = processor_time ();
	  printf ("%016llx %.3f\n", static_cast<unsigned long long> (sum),
		  (after - before) / calls);
	  return 0;
	}
  fprintf (stderr,
	   "usage: virtual-calls loop|shapes|tree|visitor|bases|life CALLS\n");
  return 2;
}
