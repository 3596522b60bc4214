/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A nested function whose address is taken, and one that is only called.  */

void call (int (*) (int));

int
outer (int x)
{
  int taken (int y) { return x + y; }
  __attribute__ ((__noinline__)) int called (int y) { return x - y; }

  call (taken);
  return called (3) + called (4);
}
