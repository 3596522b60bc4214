/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls for clones.c.  */

#include "trap.h"

struct s
{
  int a, b, c;
};
extern int use_one (struct s *);
extern int use_two (struct s *);
extern int (*table_isra[]) (struct s *, int);
extern int (*table_cp[]) (int, int);

NOINLINE int
other (int x)
{
  REACHED ();
  return x + 1;
}

NOINLINE int
call_isra (void *f, struct s *s)
{
  return ((int (*) (struct s *, int)) f) (s, 5) * 2;
}

NOINLINE int
call_cp (void *f, int k, int x)
{
  return ((int (*) (int, int)) f) (k, x) * 2;
}

void *volatile pointer;

int
main (void)
{
  struct s s = { 1, 2, 3 };
  int r;

  MUST_PASS (r = use_one (&s));
  CHECK (r == 4 + 4 + 1 + (1 + 8));
  MUST_PASS (r = use_two (&s));
  CHECK (r == 4 * 4 + 1 + 8 + 15);
  pointer = (void *) table_isra[0];
  MUST_PASS (r = call_isra (pointer, &s));
  CHECK (r == 8);
  MUST_TRAP (r = call_cp (pointer, 1, 2));
  pointer = (void *) table_cp[0];
  MUST_PASS (r = call_cp (pointer, 7, 2));
  CHECK (r == 18);
  MUST_TRAP (r = call_isra (pointer, &s));
  DONE ();
}
