/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -fpatchable-function-entry=16,16" } */
/* { dg-options "-marm -O2 -fpatchable-function-entry=16,16" { target arm*-*-* } } */
/* The attribute overrides the option, for the function's own preamble and for
   the checks in it.  */

int __attribute__ ((__patchable_function_entry__ (9, 4)))
four (int (*f) (int), int x)
{
  return x + 4;
}

int __attribute__ ((__patchable_function_entry__ (0, 0)))
none (int x)
{
  return x;
}

int __attribute__ ((__patchable_function_entry__ (9, 4)))
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-patchable-entries } } */
/* { dg-final { check-preamble four 6144b4a7 -prefix 4 } } */
/* { dg-final { check-preamble none 00050794 -prefix 0 } } */
/* { dg-final { check-preamble call 6144b4a7 -prefix 4 } } */
/* { dg-final { check-calls 1 -prefix 4 } } */
