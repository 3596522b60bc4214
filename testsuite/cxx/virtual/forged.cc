/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forged virtual tables, and which of them each mode of virtual= finds.  The issue's
   list of what an attacker may put into a slot, from least to most alike.

     in the slot					name	class
     data						trap	trap
     a free function					trap	trap
     a free function of the method's type		trap	trap
     another slot of the same class			trap	trap
     another slot of the same type			trap	trap
     another class's method of the same type		trap	trap
     another class's method of the same name and type	passes	trap
     an object of another class, its own table		as its slot
     an override in a table that no class has		passes	passes  */
/* { dg-require plugin "Clang does not check virtual calls" } */

#include "trap.h"

struct device
{
  virtual int read (int x) { REACHED (); return x; }
  virtual int write (int x) { REACHED (); return -x; }
  virtual long size () { REACHED (); return 8; }
};

struct disk : device
{
  int read (int x) override { REACHED (); return x + 1; }
  int write (int x) override { REACHED (); return x + 2; }
};

struct unlike
{
  virtual int first (int x) { REACHED (); return x + 3; }
};

struct alike
{
  virtual int read (int x) { REACHED (); return x + 4; }
};

static int data[4] = { 1, 2, 3, 4 };

extern "C" int
stranger (void)
{
  REACHED ();
  return 5;
}

extern "C" int
method_like (device *, int x)
{
  REACHED ();
  return x + 6;
}

/* Not inlined, so that the call is virtual; its object comes from outside.  */
static NOINLINE int
read (device *d, int x)
{
  int result = d->read (x);
  return result + 100;
}

static NOINLINE long
size (device *d)
{
  return d->size ();
}

typedef void *table[8];

/* What stands in slot NUMBER of OBJECT's table.  */
static void *
slot (void *object, int number)
{
  return (*static_cast<void ***> (object))[number];
}

static disk victim;
static table forged;
static void *volatile hidden;

/* victim's table becomes a copy of its own with WHAT in slot 0.  */
static NOINLINE void
forge (void *what)
{
  static void **own = *reinterpret_cast<void ***> (&victim);
  for (int i = 0; i < 3; i++)
    forged[i] = own[i];
  hidden = what;
  forged[0] = hidden;
  *reinterpret_cast<void ***> (&victim) = forged;
}

int
main ()
{
  unlike other;
  alike same;
  device base;
  volatile int result = 0;
  device *volatile pointer = &victim;
  device *d = pointer;
  MUST_PASS (result = read (d, 1));
  CHECK (result == 102);
  MUST_PASS (result = (int) size (d));
  CHECK (result == 8);

  void *own_read = slot (d, 0), *own_write = slot (d, 1), *own_size = slot (d, 2);
  forge (data);
  MUST_TRAP_VIRTUAL (read (d, 1));
  forge (reinterpret_cast<void *> (stranger));
  MUST_TRAP_VIRTUAL (read (d, 1));
  forge (reinterpret_cast<void *> (method_like));
  MUST_TRAP_VIRTUAL (read (d, 1));
  forge (own_size);
  MUST_TRAP_VIRTUAL (read (d, 1));
  forge (own_write);
  MUST_TRAP_VIRTUAL (read (d, 1));
  forge (slot (&other, 0));
  MUST_TRAP_VIRTUAL (read (d, 1));
  forge (slot (&same, 0));
#ifdef VIRTUAL_CLASS
  MUST_TRAP_VIRTUAL (read (d, 1));
#else
  MUST_PASS (result = read (d, 1));
  CHECK (result == 105);
#endif
  /* Overrides of the slot, in a table of nobody's.  */
  forge (own_read);
  MUST_PASS (result = read (d, 1));
  CHECK (result == 102);
  forge (slot (&base, 0));
  MUST_PASS (result = read (d, 1));
  CHECK (result == 101);

  /* An object of another class.  */
  pointer = reinterpret_cast<device *> (&other);
  MUST_TRAP_VIRTUAL (read (pointer, 1));
  pointer = reinterpret_cast<device *> (&same);
#ifdef VIRTUAL_CLASS
  MUST_TRAP_VIRTUAL (read (pointer, 1));
#else
  MUST_PASS (result = read (pointer, 1));
  CHECK (result == 105);
#endif
  DONE ();
}
