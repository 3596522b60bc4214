/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang has no attribute indirect_branch" } */
/* { dg-require x86_64 "retpolines" } */
/* { dg-options "-O2 -mindirect-branch=thunk-extern -mindirect-branch-register -mindirect-branch-cs-prefix -fpatchable-function-entry=11,11 -fcf-protection=branch" } */
/* Linux 6.12 gives GCC indirect_branch ("keep") for every __init function.  Where
   a kernel may rewrite the checks (call padding), it finds them by the thunk:
   these go through it all the same, as Clang's do.  */

#define KEEP __attribute__ ((__indirect_branch__ ("keep")))

int KEEP
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

__attribute__ ((section (".init.text"), cold)) KEEP int
tail (int (*f) (int), int x)
{
  return f (x);
}

/* Declared first, and two functions of one list of attributes.  */
KEEP int first (int (*f) (int), int x), second (int (*f) (int), int x);

int
first (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
second (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 4 -target r11 } } */
/* { dg-final { scan-object-times "\\t2e e8 .*__x86_indirect_thunk_r11" 3 } } */
/* { dg-final { scan-object-times "\\t2e e9 .*__x86_indirect_thunk_r11" 1 } } */
/* { dg-final { scan-object-not "(call|jmp) +\\*" } } */
