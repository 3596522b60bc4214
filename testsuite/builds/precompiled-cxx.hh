/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Precompiled by cxx.tcl: classes, templates and functions whose types come out of the
   precompiled file.  */

#ifndef KCFI_PRECOMPILED_CXX_HH
#define KCFI_PRECOMPILED_CXX_HH

#include <functional>

#include "trap.h"

namespace outer
{
template <class T> struct box
{
  T value;
  T add (T x) const { REACHED (); return value + x; }
};
}

struct left
{
  int l = 1;
  virtual int f (int x) { REACHED (); return x + l; }
  virtual ~left () = default;
};

struct right
{
  int r = 2;
  virtual int g (int x) { REACHED (); return x + r; }
  virtual ~right () = default;
};

typedef int callback (outer::box<int> *, const left &) noexcept;
typedef int (right::*member) (int);

inline int
call_inline (callback *f, outer::box<int> *b, const left &l)
{
  return f (b, l) + 1;
}

extern callback of_other_unit;
extern right &right_of_other_unit;
extern int call_of_other_unit (callback *f);

inline int
exempt (int (*f) (int)) __attribute__ ((no_sanitize ("kcfi")));
inline int
exempt (int (*f) (int))
{
  return f (1);
}

#endif
