/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "branch padding" } */
/* Tunings that pad groups of branches late (codegen.exp lists them), some of
   them in front of a call: never between check and call.  */

int
call (int (*const *f) (int), int x)
{
  int r = 0;

  if (x & 1)
    r += f[0] (x);
  if (x & 2)
    r += f[1] (x);
  if (x & 4)
    r += f[2] (x);
  if (x & 8)
    r += f[3] (x);
  if (r == 5)
    r -= f[4] (x);
  return f[5] (r);
}

void
in_a_row (void (*f) (void), void (*g) (void), void (*h) (void))
{
  f ();
  g ();
  h ();
  f ();
}

/* { dg-final { check-calls 10 } } */
