/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions whose stack is cleared: "internal" has a body apart, with more
   parameters; "at-calls" has one more itself.  */

__attribute__ ((strub ("internal"))) int
internal (int x)
{
  return x * 2;
}

__attribute__ ((strub ("at-calls"))) int
at_calls (int x)
{
  return x * 2;
}
