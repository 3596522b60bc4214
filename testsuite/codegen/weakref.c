/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A weakref is another name for its target: the symbol with the id is the
   target's.  Ids: int (int) 00050794, int (unsigned) ab53c5c9.  */

static int local_name (int) __attribute__ ((__weakref__ ("target")));
static int of_declared (int) __attribute__ ((__weakref__ ("declared")));
extern int declared (int);
static int other_type (unsigned) __attribute__ ((__weakref__ ("other_target")));
static int only_called (int) __attribute__ ((__weakref__ ("called")));

void *table[] = { local_name, of_declared, other_type };

int
call (int x)
{
  return only_called (x);
}

/* { dg-final { check-typeid target 00050794 } } */
/* { dg-final { check-typeid declared 00050794 } } */
/* { dg-final { check-typeid other_target ab53c5c9 } } */
/* { dg-final { check-no-typeid local_name } } */
/* { dg-final { check-no-typeid of_declared } } */
/* { dg-final { check-no-typeid other_type } } */
/* { dg-final { check-no-typeid only_called } } */
/* { dg-final { check-no-typeid called } } */
