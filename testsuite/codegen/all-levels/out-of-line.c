/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-skip-level "-mharden-sls=all" "has GCC's own branches to registers; see ../aarch64-sls.c" } */
/* { dg-require aarch64 "the form of check" } */
/* { dg-require plugin "Clang has no such check" } */
/* { dg-plugin-args "check=out-of-line" } */
/* The instructions of a check whose trap stands behind the function: one fewer in
   front of the call, and behind the trap a branch to the call.  */

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
