/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warnings in C++: of conversions in functions, of templates once for each
   instance; not of types that are local to functions, nor of the aliases and thunks
   that the compiler makes for virtual bases, nor of calls that are unchecked because
   they are virtual.  */
/* { dg-require plugin "the warnings are its own" } */
/* { dg-do compile } */
/* { dg-plugin-args "warn=all" } */
/* { dg-more-options "-std=c++17 -Wno-attribute-alias" } */

typedef int function (int);
typedef long other (long);

struct base
{
  virtual ~base ();
  virtual int f (int);
};

struct derived : virtual base
{
  ~derived () override;
  int f (int) override;
};

derived::~derived () {}
int derived::f (int x) { return x; }
int call_virtual (base *b) { return b->f (1); }

template <class T>
T
converted (other *p)
{
  function *q = (function *) p; /* { dg-warning "conversion from .*cast" } */
  return q (1);
}

int
use (other *p)
{
  return converted<int> (p)
	 + reinterpret_cast<function *> (p) (1); /* { dg-warning "conversion from .*cast" } */
}

inline auto
make_local ()
{
  struct local { int x; };
  return local ();
}

typedef decltype (make_local ()) local;
int take (local *l, int (*p) (local)) { return p (*l); }

extern "C" int target (int) { return 1; }
extern "C" long other_target (long) __attribute__ ((alias ("target"))); /* { dg-warning "alias" } */
