/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require i386 "its calling conventions" } */
/* { dg-require plugin "the symbols are GCC's" } */
/* { dg-more-options "-mrtd" } */
/* What is stdcall because of -mrtd: functions that are no members, have a prototype
   and no convention of their own.  Ids are those of clang++-19 -m32 -mrtd.  */

struct S
{
  int plain (int);
  static int of_class (int);
  int variadic (int, ...);
};

int S::plain (int x) { return x; }
int S::of_class (int x) { return x; }
int S::variadic (int x, ...) { return x; }

extern "C"
{
void plain (int) {}
void variadic (int, ...) {}
__attribute__ ((cdecl)) void as_c (int) {}
__attribute__ ((thiscall)) void object (int) {}
}

/* { dg-final { check-preamble _ZN1S5plainEi 00050794 } } */
/* { dg-final { check-preamble _ZN1S8of_classEi 241fb90a } } */
/* { dg-final { check-preamble _ZN1S8variadicEiz 43477988 } } */
/* { dg-final { check-preamble plain 28a8f3eb } } */
/* { dg-final { check-preamble variadic 8e92a820 } } */
/* { dg-final { check-preamble as_c 019c0cac } } */
/* { dg-final { check-preamble object 019c0cac } } */
