/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-w -fstrub=relaxed" } */
/* { dg-require gcc-14 "strub" } */
/* { dg-require x86_64 "the form of a preamble" } */
/* GCC writes attributes of a function's type into strings, strub("internal") among
   them, which is called through pointers of the plain type: that call trapped.  Found
   by comparing the ids of GCC 16's own test strub-internal-pr112938.C with those of
   clang-22.  */

bool __attribute__ ((strub ("internal")))
f (bool i, bool j)
{
  return (i ^ j) == j;
}

struct S
{
  int __attribute__ ((strub ("internal"))) m (int) const;
};

int
S::m (int x) const
{
  return x;
}

/* { dg-final { check-preamble _Z1fbb 868c0d45 -pad any -align 1 } } */
/* { dg-final { check-preamble _ZNK1S1mEi 258a3d10 -pad any -align 1 } } */
