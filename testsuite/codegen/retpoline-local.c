/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "retpolines" } */
/* { dg-options "-O2 -mindirect-branch=thunk" } */
/* A thunk emitted with the object is no function of the program: no id.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 1 -target r11 } } */
/* { dg-final { scan-symbols-not "__cfi__*(x86_indirect|llvm_retpoline)" } } */
