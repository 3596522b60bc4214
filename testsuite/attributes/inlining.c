/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The property of the call as written survives inlining, both ways, and early
   inlining of a call that is a tail call.  */

typedef int function (int);

static inline __attribute__ ((always_inline)) int
checked_inline (function *f, int x)
{
  return f (x);
}

static inline __attribute__ ((always_inline, no_sanitize ("kcfi"))) int
exempt_inline (function *f, int x)
{
  return f (x);
}

__attribute__ ((no_sanitize ("kcfi"))) int
exempt_outside (function *f, int x)
{
  return checked_inline (f, x) + f (x + 1);
}

int
checked_outside (function *f, int x)
{
  return exempt_inline (f, x) + f (x + 1);
}

__attribute__ ((no_sanitize ("kcfi"))) int
exempt_tail (function *f, int x)
{
  return checked_inline (f, x);
}

int
checked_tail (function *f, int x)
{
  return exempt_inline (f, x);
}

/* { dg-final { check-calls 3 -unchecked 3 } } */
