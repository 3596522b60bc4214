/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With other.c, a program that a check stops.  */

extern int call (int (*) (int), int);

static int
forged (unsigned x)
{
  return (int) x + 1;
}

int (*volatile pointer) (int) = (int (*) (int)) forged;

int
main (void)
{
  return call (pointer, 1) - 2;
}
