/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies that interprocedural passes make, with constants for parameters, without
   unused ones, or of one part of a function: the calls in them are marked as those
   of the original.  */

struct s
{
  int (*f) (int);
  int a, b;
};

extern int g (int);

static __attribute__ ((noinline)) int
constant (int (*f) (int), int k, int x)
{
  for (int i = 0; i < x; i++)
    x += g (k * i);
  return f (x) + k; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

static __attribute__ ((noinline)) int
scalar (struct s *s, int unused)
{
  (void) unused;
  return s->f (s->a) + s->b; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

static __attribute__ ((noinline, no_sanitize ("kcfi"))) int
exempt (struct s *s, int unused)
{
  (void) unused;
  return s->f (s->b) + s->a; /* { dg-mark "unchecked: no_sanitize" } */
}

int
use_one (struct s *s, int x)
{
  return constant (s->f, 7, x) + scalar (s, 1) * scalar (s, 2) + exempt (s, 1);
}

int
use_two (struct s *s, int x)
{
  return constant (s->f, 7, x + 1) + scalar (s, 1) + scalar (s, 2) * exempt (s, 2);
}

/* { dg-final { check-stages } } */
/* { dg-final { scan-stage tag constant* "id 0x00050794" } } */
/* { dg-final { scan-stage check scalar* "id 0x00050794" } } */
/* { dg-final { scan-stage weld exempt* "unchecked: no_sanitize" } } */
