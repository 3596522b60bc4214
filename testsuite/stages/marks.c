/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of mark that the mark pass gives, on each kind of call: with and
   without a result, through a parameter, a member, an array; in a sibling call, in
   a loop, two in one line.  None is lost before the check stands in front of its
   call.  Ids are Clang's, strings those of the Itanium C++ ABI.  */

struct s
{
  int a;
};

struct ops
{
  struct s (*make) (struct s *);
  int (*print) (const char *, ...);
};

extern int (*table[]) (int, int);

int
parameter (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

int
sibling (int (*f) (unsigned, char *))
{
  return f (1, 0); /* { dg-mark "id 0x64f820f6 _ZTSFijPcE" } */
}

void
no_result (void (*f) (void))
{
  f (); /* { dg-mark "id 0xa540670c _ZTSFvvE" } */
  f (); /* { dg-mark "id 0xa540670c _ZTSFvvE" } */
}

int
member (struct ops *ops, struct s *s)
{
  s->a = ops->make (s).a; /* { dg-mark "id 0x0f3e6bbc _ZTSF1sPS_E" } */
  return ops->print ("%d", 2); /* { dg-mark "id 0xff4ef75c _ZTSFiPKczE" } */
}

int
element (int x)
{
  int sum = 0;
  for (int i = 0; i < x; i++)
    sum += table[i] (i, x); /* { dg-mark "id 0x56e5b5a5 _ZTSFiiiE" } */
  return sum;
}

int
one_line (int (*f) (void), int (*g) (unsigned))
{
  return f () + g (3); /* { dg-mark "id 0x36b1c5a6 _ZTSFivE" "id 0xab53c5c9 _ZTSFijE" } */
}

int __attribute__ ((no_sanitize ("kcfi")))
exempt (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-mark "unchecked: no_sanitize" } */
}

/* The prototype decides, not the function around it.  */
int
unprototyped (int (*f) (), int (*g) (int))
{
  int x = f (1); /* { dg-mark "unchecked: unprototyped" } */
  return g (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

int
constant_address (int x)
{
  return ((int (*) (int)) 0x1000) (x) + 1; /* { dg-mark "unchecked: constant address" } */
}

/* What comes first: no_sanitize holds for each call of its function.  */
int __attribute__ ((no_sanitize ("kcfi")))
exempt_all (int (*f) ())
{
  f (1); /* { dg-mark "unchecked: no_sanitize" } */
  return ((int (*) (int)) 0x1000) (2) + 1; /* { dg-mark "unchecked: no_sanitize" } */
}

extern int known (int);

/* Direct: nothing to mark.  */
int
direct (int x)
{
  return known (x) + __builtin_abs (x);
}

/* { dg-more-options "-std=gnu11 -fno-ipa-icf" } */
/* { dg-final { check-stages } } */
/* { dg-final { scan-stage mark direct } } */
/* { dg-final { scan-stage tag sibling "id 0x64f820f6" } } */
/* { dg-final { scan-stage check sibling "id 0x64f820f6" } } */
/* { dg-final { scan-stage check exempt } } */
/* { dg-final { scan-stage weld exempt "unchecked: no_sanitize" } } */
