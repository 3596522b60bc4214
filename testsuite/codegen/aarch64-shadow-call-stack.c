/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "the shadow call stack" } */
/* { dg-options "-O2 -fsanitize=shadow-call-stack -ffixed-x18" } */
/* A shadow call stack in x18, which kernels use beside KCFI: the id is in front
   of the function, whose code begins with the push; the return address comes
   back before the check of a tail call.  Programs have no such stack here.  */

extern void other (void);

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
tail (int (**f) (int), int x)
{
  other ();
  return (*f) (x);
}

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { scan-object "<call>:\\n.*str\\s+x30, \\\[x18\\], #8" } } */
/* { dg-final { scan-object-times "ldr\\s+x30, \\\[x18, #-8\\]!" 2 } } */
