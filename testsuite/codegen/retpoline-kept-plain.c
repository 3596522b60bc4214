/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang has no attribute indirect_branch" } */
/* { dg-require x86_64 "retpolines" } */
/* { dg-options "-O2 -mindirect-branch=thunk-extern" } */
/* Where nothing rewrites the checks, a function may keep its calls from the
   thunk, and they are checked where they are.  */

int __attribute__ ((indirect_branch ("keep")))
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 1 } } */
/* { dg-final { scan-object-times "call +\\*%" 1 } } */
/* { dg-final { scan-object-not "__x86_indirect_thunk" } } */
