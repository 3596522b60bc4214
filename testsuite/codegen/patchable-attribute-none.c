/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -fpatchable-function-entry=16,16" } */
/* A caller without a prefix checks right before the entry even if the unit has
   one: it is the caller's own M that counts.  */

int __attribute__ ((__patchable_function_entry__ (0, 0)))
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-preamble call 6144b4a7 -prefix 0 } } */
/* { dg-final { check-calls 1 -prefix 0 } } */
