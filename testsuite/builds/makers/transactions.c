/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a function for transactions; libitm finds it by the pointer to the
   original.  */

int v;

__attribute__ ((transaction_safe, __noinline__)) int
safe (int x)
{
  return x + 1;
}

int
use (int x)
{
  __transaction_atomic { v = safe (x); }
  return v;
}
