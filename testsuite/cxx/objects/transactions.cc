/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "reads its preambles" } */
/* { dg-require plugin "Clang has no transactions" } */
/* { dg-more-options "-fgnu-tm" } */
/* transaction_safe is part of a function's type, and a pointer without it may lead to
   the function, so the id is that of the type without it, as with noexcept.  Found by
   GCC's g++.dg/tm/pr46941.C.  The ids are those that Clang gives `int (int)' and a
   method of type `int (int) const'.  */

extern "C" __attribute__ ((transaction_safe)) int
safe (int x)
{
  return x + 1;
}

/* Converts without a cast.  */
int (*pointer) (int) = safe;

struct base
{
  virtual int method (int) const;
};

/* An override may promise more.  */
struct derived : base
{
  int method (int x) const override __attribute__ ((transaction_safe));
};

int
base::method (int x) const
{
  return x;
}

int
derived::method (int x) const
{
  return x + 1;
}

/* { dg-final { check-preamble safe 00050794 } } */
/* { dg-final { check-preamble _ZNK4base6methodEi 258a3d10 } } */
/* { dg-final { check-preamble _ZNK7derived6methodEi 258a3d10 } } */
