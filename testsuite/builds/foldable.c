/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linkers fold functions of identical code, --icf=all even those whose address
   is compared: never two with different ids, since the id is part of the
   function's section.  The trap table of what was folded or collected must go
   with it.  */

#include "trap.h"

int shared;

int
of_int (int *p)
{
  REACHED ();
  return p != 0 ? 7 : 8;
}

int
of_char (char *p)
{
  REACHED ();
  return p != 0 ? 7 : 8;
}

int
of_int_too (int *p)
{
  REACHED ();
  return p != 0 ? 7 : 8;
}

void *volatile pointer;

/* Callers of identical code, with a trap table each.  */
NOINLINE int
call_int (void *f)
{
  return ((int (*) (int *)) f) (&shared) + 1;
}

NOINLINE int
call_int_too (void *f)
{
  return ((int (*) (int *)) f) (&shared) + 1;
}

NOINLINE int
call_char (void *f)
{
  return ((int (*) (char *)) f) ((char *) &shared) + 1;
}

/* For --gc-sections.  */
int
unused (void *f)
{
  return ((int (*) (char *)) f) ((char *) &shared) + 2;
}

int
main (void)
{
  int r;

  pointer = (void *) of_int;
  MUST_PASS (r = call_int (pointer));
  CHECK (r == 8);
  MUST_TRAP (r = call_char (pointer));
  pointer = (void *) of_int_too;
  MUST_PASS (r = call_int_too (pointer));
  CHECK (r == 8);
  MUST_TRAP (r = call_char (pointer));
  pointer = (void *) of_char;
  MUST_PASS (r = call_char (pointer));
  CHECK (r == 8);
  MUST_TRAP (r = call_int (pointer));
  MUST_TRAP (r = call_int_too (pointer));
  DONE ();
}
