/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "print-ids=/nonexistent/file" } */
/* { dg-error "cannot write '/nonexistent/file'" "" { target *-*-* } 0 } */
/* A list of ids that cannot be written is an error.  */

int
function (int x)
{
  return x + 1;
}
