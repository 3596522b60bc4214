/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require riscv "the reach of its loads" } */
/* { dg-options "-O2 -fpatchable-function-entry=1023,1023" } */
/* A prefix over which lw cannot read the id: 1022 short nops are the most.  */

int
call (int (*f) (int), int x) /* { dg-error "check cannot reach over the 1023 nops that .-fpatchable-function-entry. puts" } */
{
  return f (x) + 1;
}
