/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other half: a checked function around exempt calls, and the opposite.  */

extern __attribute__ ((visibility ("hidden"))) int exempt (int (*f) (int));
extern __attribute__ ((visibility ("hidden"))) int checked (int (*f) (int));

int
checked_around (int (*f) (int))
{
  return exempt (f) + 1;
}

__attribute__ ((no_sanitize ("kcfi"))) int
exempt_around (int (*f) (int))
{
  return checked (f) + 1;
}
