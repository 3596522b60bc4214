/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require i386 "its calling conventions" } */
/* { dg-require plugin "the symbols are GCC's" } */
/* GCC writes each convention into the name of a type, Clang those that it has a
   qualifier for: stdcall and fastcall, in front of the member's own const.  Ids are
   those that clang++-19 -m32 gives these functions.  */

struct S
{
  int plain (int);
  __attribute__ ((stdcall)) int popped (int) const;
  __attribute__ ((stdcall)) int moved (int) &&;
  __attribute__ ((stdcall)) int silent (int) noexcept;
  __attribute__ ((fastcall)) int fast (int);
  __attribute__ ((thiscall)) int object (int);
  __attribute__ ((cdecl)) int as_c (int);
  __attribute__ ((regparm (2))) int registers (int);
};

int S::plain (int x) { return x; }
int S::popped (int x) const { return x; }
int S::moved (int x) && { return x; }
int S::silent (int x) noexcept { return x; }
int S::fast (int x) { return x; }
int S::object (int x) { return x; }
int S::as_c (int x) { return x; }
int S::registers (int x) { return x; }

extern "C"
{
__attribute__ ((stdcall)) void popped (int) {}
__attribute__ ((fastcall)) void fast (int) {}
__attribute__ ((thiscall)) void object (int) {}
__attribute__ ((regparm (3))) void registers (int) {}
__attribute__ ((cdecl)) void as_c (int) {}
__attribute__ ((noreturn, stdcall)) void never (int) { for (;;) asm volatile (""); }
void takes_popped (void (*) (int) __attribute__ ((stdcall))) {}
void takes_member (int (__attribute__ ((stdcall)) S::*) (int)) {}
}

/* { dg-final { check-preamble _ZN1S5plainEi 00050794 } } */
/* { dg-final { check-preamble _ZNK1S6poppedEi 92fc3430 } } */
/* { dg-final { check-preamble _ZNO1S5movedEi f1f8e6cb } } */
/* { dg-final { check-preamble _ZN1S6silentEi 241fb90a } } */
/* { dg-final { check-preamble _ZN1S4fastEi cdcc8833 } } */
/* { dg-final { check-preamble _ZN1S6objectEi 00050794 } } */
/* { dg-final { check-preamble _ZN1S4as_cEi 00050794 } } */
/* { dg-final { check-preamble _ZN1S9registersEi 00050794 } } */
/* { dg-final { check-preamble popped 28a8f3eb } } */
/* { dg-final { check-preamble fast f1615707 } } */
/* { dg-final { check-preamble object 019c0cac } } */
/* { dg-final { check-preamble registers 019c0cac } } */
/* { dg-final { check-preamble as_c 019c0cac } } */
/* { dg-final { check-preamble never 28a8f3eb } } */
/* { dg-final { check-preamble takes_popped 0a38a9c2 } } */
/* { dg-final { check-preamble takes_member 06478cf8 } } */
