/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "cfi_unchecked_callee came with clang 21" } */
/* cfi_unchecked_callee is known, in silence, and has no effect: clang-22 -O2
   -fsanitize=kcfi checks each of these calls, with the same ids.  */

#define UNCHECKED __attribute__ ((cfi_unchecked_callee))

typedef int unchecked_type (int) UNCHECKED;
typedef int (UNCHECKED *unchecked_pointer) (int);
extern int unchecked (int) UNCHECKED;

struct operations
{
  int (UNCHECKED *hook) (int);
};

void *taken[] = { (void *) unchecked };

int
call_type (unchecked_type *f)
{
  return f (1) + 1;
}

int
call_pointer (unchecked_pointer f)
{
  return f (1) + 2;
}

int
call_member (struct operations *o)
{
  return o->hook (1) + 3;
}

int (*assigned) (int) = unchecked;

/* { dg-final { check-typeid unchecked 00050794 } } */
/* { dg-final { check-calls 3 -ids {00050794 00050794 00050794} } } */
