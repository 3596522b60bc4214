/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-skip-level "-mharden-sls=all" "has GCC's own branches to registers; see ../aarch64-sls.c" } */
/* The check and the preamble in their simplest form.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* A tail call: checked before the jump.  */
int
tail (int (*f) (int), int x)
{
  return f (x);
}

extern int outside (int);
int (*taken) (int) = outside;

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { check-typeid outside 00050794 } } */
