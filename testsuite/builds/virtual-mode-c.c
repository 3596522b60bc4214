/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit of C beside virtual-mode.cc: any mode goes with it.  */

int
from_c (int x)
{
  return x + 1;
}
