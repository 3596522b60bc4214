/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cfi_encoding in both languages: calls both ways between C and the functions of
   ../halves/encoding.rs.  The same names, and the same substitutions.  */

#include "trap.h"

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

NOINLINE enum state
call_step (step_function *f, struct c_shape *shape)
{
  enum state old = (enum state) 2;
  enum state result = f ((enum state) 5, 2, &old, shape);

  REACHED ();
  return result;
}

int
main (void)
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
  DONE ();
}
