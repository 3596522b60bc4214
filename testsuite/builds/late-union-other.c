/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions that late-union.c calls.  */

#include "trap.h"

int
receive (int *x)
{
  REACHED ();
  return *x + 1;
}

int
receive_long (long *x)
{
  REACHED ();
  return (int) *x + 1;
}

int
other (char *x)
{
  REACHED ();
  return *x;
}
