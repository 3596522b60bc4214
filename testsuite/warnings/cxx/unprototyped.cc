/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=unprototyped" } */
/* Calls that no check can cover.  In C++ an empty list of parameters and one of dots
   alone are prototypes, and virtual calls and coroutines have nothing to mend.  */

int
prototyped (int (*f) (), int (*g) (...))
{
  return f () + g (1);
}

int
constant ()
{
  return ((int (*) ()) 0xe000) () + 1; /* { dg-warning "cannot be checked: constant address" } */
}

template <class T>
T
constant_of ()
{
  return ((T (*) ()) 0xe000) () + 1; /* { dg-warning "cannot be checked: constant address" } */
}
template int constant_of<int> ();

struct base
{
  virtual int f ();
};

int
call_virtual (base *b)
{
  return b->f ();
}

/* Exempt on purpose: silence.  */
__attribute__ ((no_sanitize ("kcfi"))) int
exempt (int (*g) (int))
{
  return g (1) + ((int (*) ()) 0xe000) ();
}
