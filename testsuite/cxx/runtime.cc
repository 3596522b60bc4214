/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run-time library of one's own, compiled with the plugin: it gets destructors
   from the compiler (as __cxa_atexit and __cxa_throw do) and calls them as functions
   of the object, so that is their type id.  Clang gives them that of `void ()', so
   that its runtime must not be checked.  */
/* { dg-require plugin "Clang gives destructors another id" } */
/* { dg-more-options "-Wno-lto-type-mismatch" } */

#include "trap.h"

static int destroyed;

struct object
{
  int value;
  ~object ();
};

struct base
{
  virtual ~base ();
};

struct derived : virtual base
{
  ~derived () override;
};

object::~object () { REACHED (); destroyed += value; }
base::~base () { REACHED (); }
derived::~derived () {}

/* What the compiler hands out.  */
extern "C"
{
  void object_destructor (void *) __asm__ ("_ZN6objectD1Ev");
  void base_deleting (void *) __asm__ ("_ZN4baseD0Ev");
}

struct entry
{
  void (*destroy) (void *);
  void *object;
};

static NOINLINE void
run (const entry *e)
{
  e->destroy (e->object);
}

static NOINLINE void
run_plain (void (*function) ())
{
  function ();
}

static volatile entry at_exit;

int
main ()
{
  object o = { 1 };
  at_exit.destroy = object_destructor;
  at_exit.object = &o;
  entry e = { at_exit.destroy, at_exit.object };
  MUST_PASS (run (&e));
  CHECK (destroyed == 1);
  MUST_TRAP (run_plain (reinterpret_cast<void (*) ()> (at_exit.destroy)));
  at_exit.destroy = base_deleting;
  e.destroy = at_exit.destroy;
  e.object = new base;
  MUST_PASS (run (&e));
  derived *d = new derived;
  MUST_PASS (d->~derived ());
  ::operator delete (d);
  DONE ();
}
