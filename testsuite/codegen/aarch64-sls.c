/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "its option" } */
/* { dg-options "-O2 -mharden-sls=all" } */
/* The thunk that stands between call and callee: its own branch is GCC's and has
   no check.  That the checks stay in front of the calls of thunks is seen in the
   execute theme.  */

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

/* { dg-final { check-calls 1 -ids {00050794} -unchecked 1 } } */
/* { dg-final { scan-object-times "brk\\s+#0x82" 2 } } */
