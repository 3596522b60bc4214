/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "the reach of its loads" } */
/* { dg-options "-O2 -fpatchable-function-entry=64,64" } */
/* A prefix over which ldur cannot read the id: 63 nops are the most.  */

int
call (int (*f) (int), int x) /* { dg-error "check cannot reach over the 64 nops that .-fpatchable-function-entry. puts" } */
{
  return f (x) + 1;
}
