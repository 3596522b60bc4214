/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-w" } */
/* A call of a function that may return twice, through a pointer.  The block
   ends behind it; what is live around it lives in memory.  The callee is in
   assembler's place: it saves nothing and returns twice by way of longjmp in
   the caller.  */

#include "trap.h"

typedef int returns_twice (int *) __attribute__ ((__returns_twice__));

static jmp_buf place;

__attribute__ ((__returns_twice__)) int
right (int *count)
{
  REACHED ();
  return ++*count;
}

int
wrong (unsigned *count)
{
  REACHED ();
  return (int) ++*count;
}

void *volatile pointer;

NOINLINE int
call (int (*f) (int *) __attribute__ ((__returns_twice__)), int *count)
{
  int before = *count, again = 0;
  int r;
  if (setjmp (place) != 0)
    again++;
  r = f (count) * 2;
  if (r < 6)
    longjmp (place, 1);
  return r + before;
}

int
main (void)
{
  int count = 0, r;

  pointer = right;
  MUST_PASS (r = call (pointer, &count));
  CHECK (count == 3 && r == 6);
  pointer = wrong;
  MUST_TRAP (r = call (pointer, &count));
  DONE ();
}
