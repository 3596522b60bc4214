/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preambles of what C++ makes of a class: constructors and destructors for complete
   objects and for bases, deleting destructors, thunks.  The ids are Clang 19's, but
   for destructors, which take the object (doc/cxx.md).  */
/* { dg-require x86_64 "the form of a preamble" } */
/* { dg-require plugin "Clang gives destructors another id" } */

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

struct all : one, virtual two
{
  all (int);
  int g (int) override;
  int many (int, ...) override;
  all *self () override;
  ~all () override;
};

all::all (int) {}
int all::g (int x) { return x; }
int all::many (int x, ...) { return x; }
all *all::self () { return this; }
all::~all () {}

/* { dg-final { check-preamble _ZN3allC1Ei 019c0cac } } */
/* { dg-final { check-preamble _ZN3allC2Ei 019c0cac } } */
/* { dg-final { check-preamble _ZN3allD0Ev a488ebfc } } */
/* { dg-final { check-preamble _ZN3allD1Ev a488ebfc } } */
/* { dg-final { check-preamble _ZN3allD2Ev a488ebfc } } */
/* { dg-final { check-preamble _ZN3all1gEi 00050794 } } */
/* { dg-final { check-preamble _ZTv0_n24_N3all1gEi 00050794 } } */
/* { dg-final { check-preamble _ZTv0_n32_N3all4manyEiz 43477988 } } */
/* { dg-final { check-preamble _ZTcv0_n40_v0_n24_N3all4selfEv 737a4eea } } */
/* { dg-final { check-preamble _ZTv0_n48_N3allD1Ev a488ebfc } } */
/* { dg-final { check-preamble _ZTv0_n48_N3allD0Ev a488ebfc } } */
