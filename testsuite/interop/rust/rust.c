/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls both ways between C and the functions of ../halves/rust.rs.  */

#include "trap.h"

struct Record
{
  int a;
};

/* What C calls otherwise than Rust has Rust's names.  */
enum __attribute__ ((cfi_encoding ("u3u32"))) state
{
  START
};
struct __attribute__ ((cfi_encoding ("5shape"))) c_shape
{
  unsigned sides;
};

typedef enum state step_function (enum state, unsigned, const enum state *,
				  struct c_shape *);
typedef unsigned plain_step_function (unsigned, unsigned, const unsigned *,
				      struct c_shape *);

extern enum state rust_step (enum state, unsigned, const enum state *,
			     struct c_shape *);
extern enum state rust_call_step (step_function *, struct c_shape *);

step_function *volatile step;
plain_step_function *volatile plain_step;

static enum state
c_step (enum state s, unsigned n, const enum state *old, struct c_shape *shape)
{
  REACHED ();
  shape->sides -= n;
  return (enum state) ((unsigned) s * 10 + (unsigned) *old);
}

static unsigned
c_plain_step (unsigned s, unsigned n, const unsigned *old,
	      struct c_shape *shape)
{
  REACHED ();
  shape->sides -= n;
  return s + *old;
}

typedef int add_function (int);
typedef unsigned char read_function (const struct Record *, unsigned long);

extern int rust_add (int);
extern long rust_wide (long);
extern unsigned char rust_read (const struct Record *, unsigned long);
extern int rust_call (add_function *, int);
extern unsigned char rust_call_read (read_function *, const struct Record *);

add_function *volatile add;
read_function *volatile read_pointer;

static int
c_add (int x)
{
  REACHED ();
  return x + 2;
}

static long
c_wide (long x)
{
  REACHED ();
  return x;
}

static unsigned char
c_read (const struct Record *r, unsigned long at)
{
  REACHED ();
  return (unsigned char) (r->a * 2 + (int) at);
}

NOINLINE int
call (add_function *f, int x)
{
  int result = f (x);

  REACHED ();
  return result;
}

NOINLINE unsigned char
call_read (read_function *f, const struct Record *r)
{
  unsigned char result = f (r, 1);

  REACHED ();
  return result;
}

NOINLINE enum state
call_step (step_function *f, struct c_shape *shape)
{
  enum state old = (enum state) 2;
  enum state result = f ((enum state) 5, 2, &old, shape);

  REACHED ();
  return result;
}

/* cfi_encoding in both languages: the same names, and the same substitutions.  */
static void
check_encodings (void)
{
  struct c_shape shape = { 3 };
  enum state old = (enum state) 2;
  enum state result = START;

  step = rust_step;
  MUST_PASS (result = call_step (step, &shape));
  CHECK (result == 7 && shape.sides == 5);
  step = c_step;
  MUST_PASS (result = rust_call_step (step, &shape));
  CHECK (result == 16 && shape.sides == 1);
  plain_step = (plain_step_function *) rust_step;
  MUST_TRAP (plain_step (1, 2, (const unsigned *) &old, &shape));
  step = (step_function *) c_plain_step;
  MUST_TRAP (rust_call_step (step, &shape));
}

int
main (void)
{
  struct Record record = { 5 };
  int result = 0;

  add = rust_add;
  MUST_PASS (result = call (add, 1));
  CHECK (result == 2);
  read_pointer = rust_read;
  MUST_PASS (result = call_read (read_pointer, &record));
  CHECK (result == 6);
  add = c_add;
  MUST_PASS (result = rust_call (add, 1));
  CHECK (result == 6);
  read_pointer = c_read;
  MUST_PASS (result = rust_call_read (read_pointer, &record));
  CHECK (result == 12);
  add = (add_function *) rust_wide;
  MUST_TRAP (call (add, 1));
  add = (add_function *) c_wide;
  MUST_TRAP (rust_call (add, 1));
  read_pointer = (read_function *) c_add;
  MUST_TRAP (rust_call_read (read_pointer, &record));
  check_encodings ();
  DONE ();
}
