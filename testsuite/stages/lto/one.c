/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One half of lto.tcl's case: calls that reach the other half by inlining.  Hidden
   functions, as others might be replaced at link time.  */

__attribute__ ((visibility ("hidden"), no_sanitize ("kcfi"))) int
exempt (int (*f) (int))
{
  return f (1) + 1;
}

__attribute__ ((visibility ("hidden"))) int
checked (int (*f) (int))
{
  return f (2) * 2;
}

int
alone (int (*f) (unsigned))
{
  return f (3) * 3;
}
