/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "the reach of its loads" } */
/* { dg-options "-O2 -marm -fpatchable-function-entry=63,63" } */
/* A prefix over which not every ldr can read the id.  */

int
call (int (*f) (int), int x) /* { dg-error "check cannot reach over the 63 nops that .-fpatchable-function-entry. puts" } */
{
  return f (x) + 1;
}
