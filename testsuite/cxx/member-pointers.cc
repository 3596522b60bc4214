/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls through pointers to members.  Those to virtual functions lead through a
   table, where the entry may be a thunk: _ZThn (a second base), _ZTv (a virtual
   base), with a variable number of arguments too.  A thunk has the id of the
   function behind it, or these calls trap.  */

#include "trap.h"

struct one
{
  int a;
  int plain (int x) { REACHED (); return x + 1; }
  int constant (int x) const { REACHED (); return x + 2; }
  int referenced (int x) & { REACHED (); return x + 3; }
  int moved (int x) && { REACHED (); return x + 4; }
  int variadic (int x, ...) { REACHED (); return x + 5; }
  virtual int first (int x) { REACHED (); return x; }
  virtual ~one () {}
};

struct two
{
  int b;
  virtual int second (int x) { REACHED (); return x; }
  virtual int many (int x, ...) { REACHED (); return x; }
  virtual int constant (int x) const { REACHED (); return x; }
  int own (int x) { REACHED (); return x + b; }
  virtual ~two () {}
};

struct three
{
  int c;
  virtual int third (int x) { REACHED (); return x; }
  virtual ~three () {}
};

struct all : one, two, virtual three
{
  int d = 100;
  int first (int x) override { REACHED (); return x + d; }
  int second (int x) override { REACHED (); return x + d + 1; }
  int many (int x, ...) override { REACHED (); return x + d + 2; }
  int constant (int x) const override { REACHED (); return x + d + 3; }
  int third (int x) override { REACHED (); return x + d + 4; }
};

/* What is forged has the same kind of pointer and other parameters.  */
struct other
{
  int plain (unsigned) { REACHED (); return 0; }
  int constant (int) { REACHED (); return 0; }
  virtual int first (unsigned) { REACHED (); return 0; }
};

template <class Object, class Pointer>
static NOINLINE int
call (Object &object, Pointer pointer, int x)
{
  return (object.*pointer) (x);
}

template <class Object, class Pointer>
static NOINLINE int
call_moved (Object &object, Pointer pointer, int x)
{
  return (static_cast<Object &&> (object).*pointer) (x);
}

typedef int (one::*pointer_one) (int);
typedef int (one::*pointer_const) (int) const;
typedef int (two::*pointer_two) (int);
typedef int (two::*pointer_two_const) (int) const;
typedef int (two::*pointer_many) (int, ...);
typedef int (three::*pointer_three) (int);
typedef int (all::*pointer_all) (int);

int
main ()
{
  static all object;
  static one o;
  two &as_two = object;
  three &as_three = object;
  object.b = 7;
  volatile int result = 0;

  MUST_PASS (result = call (o, &one::plain, 1));
  CHECK (result == 2);
  MUST_PASS (result = call (o, &one::constant, 1));
  CHECK (result == 3);
  MUST_PASS (result = call (o, &one::referenced, 1));
  CHECK (result == 4);
  MUST_PASS (result = call_moved (o, &one::moved, 1));
  CHECK (result == 5);
  MUST_PASS (result = call (o, &one::variadic, 1));
  CHECK (result == 6);
  MUST_PASS (result = call (o, &one::first, 1));
  CHECK (result == 1);
  MUST_PASS (result = call (static_cast<one &> (object), &one::first, 1));
  CHECK (result == 101);
  MUST_PASS (result = call (as_two, &two::second, 1));
  CHECK (result == 102);
  MUST_PASS (result = call (as_two, &two::many, 1));
  CHECK (result == 103);
  MUST_PASS (result = call (as_two, pointer_two_const (&two::constant), 1));
  CHECK (result == 104);
  MUST_PASS (result = call (as_three, &three::third, 1));
  CHECK (result == 105);
  MUST_PASS (result = call (object, pointer_all (&two::own), 1));
  CHECK (result == 8);

  MUST_TRAP (call (o, reinterpret_cast<pointer_one> (&other::plain), 1));
  MUST_TRAP (call (o, reinterpret_cast<pointer_const> (&other::constant), 1));
  MUST_TRAP (call (o, reinterpret_cast<pointer_one> (&one::constant), 1));
  MUST_TRAP (call (o, reinterpret_cast<pointer_one> (&one::variadic), 1));
  MUST_TRAP (call (o, reinterpret_cast<pointer_one> (&one::referenced), 1));
  MUST_TRAP (call (as_two, reinterpret_cast<pointer_two> (&two::many), 1));
  MUST_TRAP (call (as_two, reinterpret_cast<pointer_two> (
			       pointer_two_const (&two::constant)), 1));
  MUST_TRAP (call (as_two, reinterpret_cast<pointer_many> (&two::second), 1));
  MUST_TRAP (call (as_three, reinterpret_cast<int (three::*) (long)> (
				 &three::third), 1));
  DONE ();
}
