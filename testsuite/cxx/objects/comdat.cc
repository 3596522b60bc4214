/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several units may have: the preamble's symbol is weak as the function is, and
   the traps are in the function's group, so that the linker drops all or nothing.
   Calls in try, with cleanups and of members are checked there as elsewhere.  */
/* { dg-require x86_64 "the form of a check" } */
/* { dg-require plugin "Clang checks no call that can throw past something" } */

struct guard
{
  ~guard () {}
  int plain (int);
};

template <class T>
struct box
{
  typedef T function (T);
  T call (function *f, T x) { return f (x) + 1; }
  T guarded (function *f, T x) { guard g; return f (x) + 1; }
  T tried (function *f, T x)
  {
    try { return f (x) + 1; } catch (T y) { return y; }
  }
  T member (guard &g, T (guard::*m) (T), T x) { return (g.*m) (x) + 1; }
};

template struct box<int>;

inline int
inlined (int (*f) (int), int x)
{
  return f (x) + 2;
}

int
use (int (*f) (int))
{
  int (*volatile g) (int (*) (int), int) = inlined;
  return g (f, 1);
}

/* { dg-final { check-preamble _ZN3boxIiE4callEPFiiEi 6144b4a7 } } */
/* { dg-final { check-preamble _Z7inlinedPFiiEi 6144b4a7 } } */
/* { dg-final { check-preamble _Z3usePFiiE ccaf016e } } */
/* { dg-final { check-calls 6 } } */
