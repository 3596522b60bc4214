/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ftrace finds the patchable areas through __patchable_function_entries: the
   section is the same with and without checks.  codegen.exp has the sizes.  */

static int
not_taken (int x)
{
  __asm__ volatile ("" : "+r"(x));
  return x;
}

static int
taken (int x)
{
  return x + 1;
}

int
call (int (*f) (int), int x)
{
  return f (x) + not_taken (x);
}

int (*pointer) (int) = taken;

int __attribute__ ((__section__ (".text.other")))
elsewhere (int (*f) (int), int x)
{
  return f (x) + 1;
}

int __attribute__ ((__cold__))
seldom (int (*f) (int), int x)
{
  return f (x) + 2;
}

int __attribute__ ((__patchable_function_entry__ (0)))
excluded (int x)
{
  return x + 3;
}

/* { dg-final { check-patchable-entries } } */
/* { dg-final { check-calls 3 -ids {00050794 00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { check-preamble taken 00050794 } } */
/* { dg-final { check-preamble elsewhere 6144b4a7 } } */
