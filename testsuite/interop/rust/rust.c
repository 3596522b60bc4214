/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls both ways between C and the functions of ../halves/rust.rs.  */

#include "trap.h"

struct Record
{
  int a;
};

typedef int add_function (int);
typedef unsigned char read_function (const struct Record *, unsigned long);

extern int rust_add (int);
extern long rust_wide (long);
extern unsigned char rust_read (const struct Record *, unsigned long);
extern int rust_call (add_function *, int);
extern unsigned char rust_call_read (read_function *, const struct Record *);

add_function *volatile add;
read_function *volatile read_pointer;

static int
c_add (int x)
{
  REACHED ();
  return x + 2;
}

static long
c_wide (long x)
{
  REACHED ();
  return x;
}

static unsigned char
c_read (const struct Record *r, unsigned long at)
{
  REACHED ();
  return (unsigned char) (r->a * 2 + (int) at);
}

NOINLINE int
call (add_function *f, int x)
{
  int result = f (x);

  REACHED ();
  return result;
}

NOINLINE unsigned char
call_read (read_function *f, const struct Record *r)
{
  unsigned char result = f (r, 1);

  REACHED ();
  return result;
}

int
main (void)
{
  struct Record record = { 5 };
  int result = 0;

  add = rust_add;
  MUST_PASS (result = call (add, 1));
  CHECK (result == 2);
  read_pointer = rust_read;
  MUST_PASS (result = call_read (read_pointer, &record));
  CHECK (result == 6);
  add = c_add;
  MUST_PASS (result = rust_call (add, 1));
  CHECK (result == 6);
  read_pointer = c_read;
  MUST_PASS (result = rust_call_read (read_pointer, &record));
  CHECK (result == 12);
  add = (add_function *) rust_wide;
  MUST_TRAP (call (add, 1));
  add = (add_function *) c_wide;
  MUST_TRAP (rust_call (add, 1));
  read_pointer = (read_function *) c_add;
  MUST_TRAP (rust_call_read (read_pointer, &record));
  DONE ();
}
