/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See main.c.  */

int
call (int (*f) (int), int x)
{
  return f (x);
}
