/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A union that a typedef behind a conversion makes transparent.  This unit is
   compiled with warn=cast, the one that defines the functions without: a warning
   must not change an id.  When the conversion asked for the ids of its types, the
   union was no transparent one yet, and stayed none: the call that is right
   trapped.  Found by reading the source.  */

#include "trap.h"

union either
{
  int *of_int;
  long *of_long;
};
typedef int takes_either (union either);
int other (char *);
takes_either *unused = (takes_either *) other;
typedef union either transparent_either __attribute__ ((transparent_union));

int receive (int *);
int receive_long (long *);
void *volatile raw;

NOINLINE int
call (takes_either *f, int *x)
{
  union either argument = { x };
  return f (argument) + 1;
}

int
main (void)
{
  int x = 4;
  int result = 0;
  raw = (void *) receive;
  MUST_PASS (result = call ((takes_either *) raw, &x));
  CHECK (result == 6);
  raw = (void *) receive_long;
  MUST_TRAP (call ((takes_either *) raw, &x));
  DONE ();
}
