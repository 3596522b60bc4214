/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC's own verification of virtual tables (-fvtable-verify) needs a library that few
   systems have, but compiles: the constructor that registers the tables has the id
   of `void ()', the check stands at calls of pointers, and the verified virtual call
   is left as it is.  Ids as in thunks.cc.  */
/* { dg-require x86_64 "the form of a preamble" } */
/* { dg-require plugin "an option of GCC" } */
/* { dg-more-options "-fvtable-verify=std" } */

struct base
{
  virtual int f (int);
  virtual ~base ();
};

struct derived : base
{
  int f (int) override;
};

int base::f (int x) { return x; }
base::~base () {}
int derived::f (int x) { return x + 1; }

int
call (base *b, int (base::*m) (int), int (*p) (int))
{
  return b->f (1) + (b->*m) (2) + p (3);
}

/* { dg-final { check-preamble _ZN4base1fEi 00050794 } } */
/* { dg-final { check-preamble _ZN7derived1fEi 00050794 } } */
/* { dg-final { check-calls 2 -unchecked 1 } } */
