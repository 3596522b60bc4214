/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the record is the plugin's own" } */
/* The settings in .comment: one line.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { scan-comment-times "\\mkcfi:.*$" 1 } } */
