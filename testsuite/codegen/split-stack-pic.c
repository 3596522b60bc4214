/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "has segmented stacks in all code models" } */
/* { dg-require plugin "clang's large model calls __morestack by its name" } */
/* { dg-options "-O2 -fsplit-stack -mcmodel=large -fPIC" } */
/* The prologue calls __morestack_large_model through a register.  The back end makes
   that call after all marks were given: it was refused as a call whose id is lost.
   In position independent code its address comes from the GOT.  */

int fill (int *);

int
frame (int (*f) (int), int x)
{
  int array[1000];

  array[0] = x;
  return fill (array) + f (x);
}

/* __morestack_large_model, fill, f.  */
/* { dg-final { check-calls 1 -unchecked 2 } } */
