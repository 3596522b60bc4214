/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the form of check" } */
/* { dg-require plugin "Clang has no such check" } */
/* { dg-plugin-args "check=not-taken" } */
/* The bytes of a check whose jump is not taken when all is well: as many as the
   classic ones, with the trap in the operand of an instruction.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
tail (int (*f) (int), int x)
{
  return f (x);
}

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
