/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thunks have the patchable prefix of the unit, which checks look over, whether the
   machine writes them or GCC makes them as functions.  GCC alone gives the former
   none.  Ids as in thunks.cc.  */
/* { dg-require x86_64 "the form of a preamble" } */
/* { dg-require plugin "Clang gives destructors another id" } */
/* { dg-more-options "-fpatchable-function-entry=11,7" } */

struct one
{
  int a;
  virtual int f (int);
  virtual ~one ();
};

struct two
{
  int b;
  virtual int g (int);
  virtual int many (int, ...);
  virtual two *self ();
  virtual ~two ();
};

struct all : one, two
{
  int g (int) override;
  int many (int, ...) override;
  all *self () override;
  ~all () override;
};

int all::g (int x) { return x; }
int all::many (int x, ...) { return x; }
all *all::self () { return this; }
all::~all () {}

/* { dg-final { check-preamble _ZN3all1gEi 00050794 -prefix 7 } } */
/* { dg-final { check-preamble _ZThn16_N3all1gEi 00050794 -prefix 7 } } */
/* { dg-final { check-preamble _ZThn16_N3all4manyEiz 43477988 -prefix 7 } } */
/* { dg-final { check-preamble _ZTchn16_h16_N3all4selfEv 737a4eea -prefix 7 } } */
/* { dg-final { check-preamble _ZThn16_N3allD1Ev a488ebfc -prefix 7 } } */
/* { dg-final { check-patchable-entries } } */
