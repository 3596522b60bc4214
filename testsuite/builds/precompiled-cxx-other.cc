/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other half of precompiled-cxx.cc, which reads the header as text.  */

#include "precompiled-cxx.hh"

struct both : left, right
{
  int g (int x) override { REACHED (); return x + 50; }
};

static both object;
right &right_of_other_unit = object;

int
of_other_unit (outer::box<int> *, const left &) noexcept
{
  REACHED ();
  return 100;
}

NOINLINE int
call_of_other_unit (callback *f)
{
  outer::box<int> b = { 8 };
  return f (&b, object) + 1;
}
