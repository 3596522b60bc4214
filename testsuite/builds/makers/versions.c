/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a function, and the resolvers that the dynamic linker calls.  */

__attribute__ ((target_clones ("default", "avx2"))) int
public (int x)
{
  return x + 1;
}

__attribute__ ((target_clones ("default", "avx2"))) static int
local (int x)
{
  return x + 2;
}

int
use (int x)
{
  return public (x) + local (x);
}
