/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-skip-reference "-mindirect-branch=thunk" "je __llvm_retpoline_r11 for a tail call, without the check" } */
/* Calls of different ids are never merged, whatever their operands are; two
   calls of one id may become one.  */

int
two_arms (void *p, int is_unsigned, int x)
{
  if (is_unsigned)
    return ((int (*) (unsigned)) p) ((unsigned) x);
  return ((int (*) (int)) p) (x);
}

void
three_arms (void *p, int kind, int *x)
{
  switch (kind)
    {
    case 0: ((void (*) (int *)) p) (x); break;
    case 1: ((void (*) (const int *)) p) (x); break;
    case 2: ((void (*) (void *)) p) (x); break;
    }
}

/* { dg-final { check-calls 5 -ids {00050794 ab53c5c9 7e0c52a5 d197e920 a488ebfc} } } */
