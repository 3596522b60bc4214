/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do assemble } */
/* { dg-require plugin "the warning is the plugin's" } */
/* { dg-plugin-args "warn=cast" } */
/* A warning changes no id.  When the warning asked for the ids of the converted
   types where they stand, the unnamed struct of x, met first in the conversion,
   took the number that Clang gives to that of y, whose function comes first.
   Found by reading the source; the ids are clang-19's.  */

static struct
{
  int a;
} x;
static struct
{
  char b;
} y;
typedef void takes_x (__typeof__ (x) *);
typedef void takes_y (__typeof__ (y) *);
void other (int *);
static takes_x *unused __attribute__ ((unused)) = (takes_x *) other; /* { dg-warning "changes the type id" } */

void
use_y (takes_y *p)
{
  p (&y);
}

void
use_x (takes_x *p)
{
  p (&x);
}

/* { dg-final { check-preamble use_y f430d758 } } */
/* { dg-final { check-preamble use_x 402ab0ec } } */
