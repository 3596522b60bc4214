/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thunks that calls and position-independent code go through.  */

int variable;

int
through (int (*f) (int))
{
  return f (variable) + 1;
}
