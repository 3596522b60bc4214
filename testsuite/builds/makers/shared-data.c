/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to count, to watch and to instrument.  */

static int x[4];

int
get (int i)
{
  return x[i];
}

void
set (int i, int v)
{
  x[i] = v;
}
