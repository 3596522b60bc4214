/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Linux's plugins look for: structures of function pointers, which are
   laid out anew, large frames and alloca, which are noted.  */

#include "trap.h"
struct ops
{
  int (*a) (int);
  int (*b) (int);
  long c;
  int (*d) (unsigned);
  char *name;
};
struct mixed
{
  int (*f) (int);
  long k;
  char pad[40];
  short s;
} __attribute__ ((randomize_layout));
int
f (int x)
{
  REACHED ();
  return x + 1;
}
int
g (unsigned x)
{
  REACHED ();
  return x + 2;
}
struct ops ops = { .a = f, .b = f, .c = 5, .d = g, .name = "x" };
struct mixed mixed = { .f = f, .k = 7 };
void *volatile p = g;
NOINLINE int
call (struct ops *o, int x)
{
  char buf[256];
  __asm__ volatile("" : : "r"(buf) : "memory");
  return o->a (x) + o->d (x);
}
NOINLINE int
callm (struct mixed *o, int x)
{
  char buf[x + 100];
  __asm__ volatile("" : : "r"(buf) : "memory");
  return o->f (x) + o->k;
}
int
main (void)
{
  int r;
  MUST_PASS (r = call (&ops, 1));
  CHECK (r == 5);
  MUST_PASS (r = callm (&mixed, 1));
  CHECK (r == 9);
  mixed.f = p;
  MUST_TRAP (r = callm (&mixed, 1));
  ops.a = p;
  MUST_TRAP (r = call (&ops, 1));
  DONE ();
}
