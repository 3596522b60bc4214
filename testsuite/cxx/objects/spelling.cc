/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "reads its preambles" } */
/* { dg-require plugin "the symbols are GCC's" } */
/* { dg-more-options "-std=c++20 -fabi-version=4 -w" } */
/* Where GCC's own mangling changes with -fabi-version or is not Clang's, ids are
   Clang's all the same: null pointers of std::nullptr_t among the arguments of a
   template, local classes of constructors and destructors; and types of functions
   that GCC notes as qualified or could not mangle, with noreturn, const, a
   specification of exceptions that is still to be computed.  The strings are those
   that clang++-19 and 22 hash.  */

typedef decltype (nullptr) null_type;
template<null_type P> struct with_null {};
template<auto P, int N> struct with_auto {};
struct LDnE {};

extern "C" {
void null_pointer (with_null<nullptr> *) {}	/* FvP9with_nullILDn0EEE  */
void two_pointers (with_null<nullptr> *, with_auto<nullptr, 3> *, LDnE *) {}
[[noreturn]] void never (int) { for (;;) asm volatile (""); } /* FviE  */
__attribute__ ((const)) int constant (int x) { return x; } /* FiiE  */
void takes_never (void (*) () __attribute__ ((noreturn))) {} /* FvPFvvEE  */
void takes_ms (void (__attribute__ ((ms_abi)) *) (int)) {} /* FvPU6ms_abiFviEE  */
}

int taken;
template<class T> [[gnu::noipa]] void take (T) { taken++; }

struct in_constructor
{
  in_constructor ()
  {
    struct local {};
    take (local ());
  }
  ~in_constructor ()
  {
    struct local {};
    take (local ());
  }
};

in_constructor object;

/* The copy's exception specification is not computed before it is asked for.  */
struct implicit
{
  in_constructor member;
  int *p = new int;
};
implicit first;
implicit second = first;

/* { dg-final { check-preamble null_pointer 9ab3afd7 } } */
/* { dg-final { check-preamble two_pointers c0243758 } } */
/* { dg-final { check-preamble never 019c0cac } } */
/* { dg-final { check-preamble constant 00050794 } } */
/* { dg-final { check-preamble takes_never 07d85f31 } } */
/* { dg-final { check-preamble takes_ms eac2b003 } } */
/* { dg-final { check-preamble _Z4takeIZN14in_constructorC4EvE5localEvT_ 9459984e } } */
/* { dg-final { check-preamble _Z4takeIZN14in_constructorD4EvE5localEvT_ ddc02918 } } */
