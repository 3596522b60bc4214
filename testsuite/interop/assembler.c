/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions written in assembler whose preambles use the __kcfi_typeid_ symbols
   that this unit makes, as the kernel's SYM_TYPED_FUNC_START does.  */

#include "trap.h"

extern int typed_add (int);
struct object;
extern long typed_read (struct object *, char *, unsigned long);
extern int untyped (int);

struct object
{
  int (*add) (int);
  long (*read) (struct object *, char *, unsigned long);
};

static long c_read (struct object *, char *, unsigned long);

int (*volatile add) (int);
long (*volatile read_pointer) (struct object *, char *, unsigned long);
char buffer[4];

static long
c_read (struct object *o, char *p, unsigned long size)
{
  REACHED ();
  return o != 0 && p != 0 ? (long) size : -1;
}

NOINLINE int
call_add (int (*f) (int), int x)
{
  return f (x) * 2;
}

NOINLINE long
call_read (long (*f) (struct object *, char *, unsigned long), struct object *o)
{
  return f (o, buffer, 4) * 2;
}

int
main (void)
{
  struct object object = { typed_add, typed_read };
  int result = 0;
  long long_result = 0;

  add = typed_add;
  MUST_PASS (result = call_add (add, 1));
  CHECK (result == 4);
  read_pointer = typed_read;
  MUST_PASS (long_result = call_read (read_pointer, &object));
  CHECK (long_result == 8);
  read_pointer = c_read;
  MUST_PASS (long_result = call_read (read_pointer, &object));
  add = (int (*) (int)) typed_read;
  MUST_TRAP (call_add (add, 1));
  add = untyped;
  MUST_TRAP (call_add (add, 1));
  read_pointer = (long (*) (struct object *, char *, unsigned long)) typed_add;
  MUST_TRAP (call_read (read_pointer, &object));
  DONE ();
}
