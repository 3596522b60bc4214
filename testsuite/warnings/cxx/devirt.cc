/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=devirt virtual=name" } */
/* { dg-more-options "-fno-show-column" } */
/* { dg-prune-output "inlined from" } */
/* Calls that would trap if the optimiser did not see through the pointer: of a
   function, of a closure's, in a template once for each instance, wherever it is
   inlined.  A virtual call that becomes direct is no such call: with virtual=, its id
   was compared with the function's other one.  */

void of_int (int);

template <class T>
static void
call_as (T x)
{
  void (*pointer) (T) = (void (*) (T)) of_int;
  pointer (x); /* { dg-warning "became a direct call of 'void of_int\\(int\\)'.{0,90} .warn=devirt" } */
}

struct base
{
  virtual int f (int x) { return x; }
};

struct derived final : base
{
  int f (int x) override { return x + 1; }
  int g (int x) { return x + 2; }
};

int
calls (int x)
{
  call_as<unsigned> (x);
  call_as<unsigned long> (x);
  call_as<int> (x);
  int (*closure) (long) = (int (*) (long)) + [] (int y) { return y; };
  derived d;
  base *b = &d;
  int (derived::*member) (int) = &derived::g;
  return closure (x) /* { dg-warning "became a direct call of" } */
	 + b->f (x) + (d.*member) (x);
}
