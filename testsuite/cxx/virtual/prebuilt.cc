/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose slots are not checked: those that a system header or a class or method with
   kcfi_prebuilt introduced.  There code without ids may stand, here an assembler
   one.  What a class of the program's own adds is checked as ever.  With
   virtual-all the system header's are checked.  */
/* { dg-require plugin "Clang does not check virtual calls" } */

#include "trap.h"
#include "prebuilt.h"

struct own_stream : system_stream
{
  int get () override { REACHED (); return 2; }
  virtual int more () { REACHED (); return 3; }
};

struct __attribute__ ((kcfi_prebuilt)) foreign
{
  virtual int get () { REACHED (); return 4; }
};

struct [[kcfi::prebuilt]] scoped
{
  virtual int get () { REACHED (); return 5; }
};

struct mixed
{
  virtual int taken () { REACHED (); return 6; }
  [[kcfi::prebuilt]] virtual int given () { REACHED (); return 7; }
};

template <class T> struct __attribute__ ((kcfi_prebuilt)) pattern
{
  virtual T get () { REACHED (); return 8; }
};

struct own_foreign : foreign
{
  int get () override { REACHED (); return 9; }
  virtual int more () { REACHED (); return 10; }
};

static NOINLINE int get (system_stream *s) { return s->get (); }
static NOINLINE int get (own_stream *s) { return s->get (); }
static NOINLINE int more (own_stream *s) { return s->more (); }
static NOINLINE int get (foreign *s) { return s->get (); }
static NOINLINE int get (own_foreign *s) { return s->get (); }
static NOINLINE int more (own_foreign *s) { return s->more (); }
static NOINLINE int get (scoped *s) { return s->get (); }
static NOINLINE int taken (mixed *s) { return s->taken (); }
static NOINLINE int given (mixed *s) { return s->given (); }
static NOINLINE int get (pattern<int> *s) { return s->get (); }

/* Compiled by somebody else.  */
extern "C" __attribute__ ((no_sanitize ("kcfi"))) int
stranger (void)
{
  REACHED ();
  return 99;
}

static void
forge (void *object)
{
  static void *table[4];
  void *volatile address = reinterpret_cast<void *> (stranger);
  for (int i = 0; i < 4; i++)
    table[i] = address;
  *static_cast<void ***> (object) = table;
}

#ifdef VIRTUAL_ALL
#define SYSTEM_CALL MUST_TRAP_VIRTUAL
#else
#define SYSTEM_CALL MUST_NOT_CHECK
#endif

int
main ()
{
  own_stream stream;
  own_foreign other;
  scoped third;
  mixed fourth;
  pattern<int> fifth;
  volatile int result = 0;
  MUST_PASS (result = get (static_cast<system_stream *> (&stream)));
  CHECK (result == 2);
  MUST_PASS (result = get (&stream));
  MUST_PASS (result = more (&stream));
  MUST_PASS (result = get (static_cast<foreign *> (&other)));
  CHECK (result == 9);
  MUST_PASS (result = more (&other));
  MUST_PASS (result = get (&third));
  MUST_PASS (result = taken (&fourth));
  MUST_PASS (result = given (&fourth));
  MUST_PASS (result = get (&fifth));

  forge (&stream);
  SYSTEM_CALL (get (static_cast<system_stream *> (&stream)));
  SYSTEM_CALL (get (&stream));
  MUST_TRAP_VIRTUAL (more (&stream));
  forge (&other);
  MUST_NOT_CHECK (get (static_cast<foreign *> (&other)));
  MUST_NOT_CHECK (get (&other));
  MUST_TRAP_VIRTUAL (more (&other));
  forge (&third);
  MUST_NOT_CHECK (get (&third));
  forge (&fourth);
  MUST_TRAP_VIRTUAL (taken (&fourth));
  MUST_NOT_CHECK (given (&fourth));
  forge (&fifth);
  MUST_NOT_CHECK (get (&fifth));
  DONE ();
}
