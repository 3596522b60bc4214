/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "endbr64" } */
/* { dg-options "-O2 -fpatchable-function-entry=5,3 -fcf-protection=branch" } */
/* Order at an entry: pad, id, M nops, the symbol, endbr64, N-M nops.  */

int
function (int x)
{
  return x + 1;
}

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-preamble function 00050794 } } */
/* { dg-final { check-entry function f3 0f 1e fa } } */
/* { dg-final { check-calls 1 } } */
/* { dg-final { check-patchable-entries } } */
