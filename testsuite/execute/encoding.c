/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang has no cfi_encoding in C" } */
/* cfi_encoding gives a type the name of another one: calls through the prototype
   with that one pass, and those through the type that it looks like trap.  */

#include "trap.h"

enum __attribute__ ((cfi_encoding ("j"))) state
{
  FIRST,
  SECOND
};
enum other
{
  OTHER
};

struct inode;
struct __attribute__ ((cfi_encoding ("5inode"))) opaque
{
  int x;
};

typedef long handle __attribute__ ((cfi_encoding ("Pv")));

typedef unsigned by_number (unsigned);
typedef enum state by_state (enum state);
typedef enum other by_other (enum other);
typedef int by_inode (const struct inode *, struct inode *);
typedef int by_opaque (const struct opaque *, struct opaque *);
typedef long by_pointer (void *);
typedef long by_long (long);

by_number *volatile number_pointer;
by_other *volatile other_pointer;
by_inode *volatile inode_pointer;
by_long *volatile long_pointer;
by_pointer *volatile pointer_pointer;

NOINLINE static enum state
next (enum state now)
{
  REACHED ();
  return now == FIRST ? SECOND : FIRST;
}

NOINLINE static int
look (const struct opaque *from, struct opaque *to)
{
  REACHED ();
  to->x = from->x;
  return to->x;
}

NOINLINE static long
use (handle h)
{
  REACHED ();
  return h;
}

int
main (void)
{
  struct opaque a = { 7 }, b = { 0 };
  by_state *volatile state_pointer = next;
  unsigned result = 0;

  MUST_PASS (result = state_pointer (FIRST));
  CHECK (result == SECOND);
  number_pointer = (by_number *) state_pointer;
  MUST_PASS (result = number_pointer (SECOND));
  CHECK (result == FIRST);
  other_pointer = (by_other *) state_pointer;
  MUST_TRAP (other_pointer (OTHER));

  by_opaque *volatile opaque_pointer = look;
  MUST_PASS (opaque_pointer (&a, &b));
  CHECK (b.x == 7);
  inode_pointer = (by_inode *) opaque_pointer;
  MUST_PASS (inode_pointer ((struct inode *) &a, (struct inode *) &b));
  number_pointer = (by_number *) opaque_pointer;
  MUST_TRAP (number_pointer (1));

  pointer_pointer = (by_pointer *) use;
  MUST_PASS (pointer_pointer (&a));
  long_pointer = (by_long *) use;
  MUST_TRAP (long_pointer (1));
  DONE ();
}
