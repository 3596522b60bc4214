/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declarations before and after the definition, in blocks, and K&R.  */

typedef int function (int);

extern int __attribute__ ((no_sanitize ("kcfi"))) exempt_before (function *, int);
extern int exempt_before (function *, int);
int
exempt_before (function *f, int x)
{
  return f (x) + 1;
}

int checked_without (function *, int);
int
checked_without (function *f, int x)
{
  extern int __attribute__ ((no_sanitize ("kcfi"))) elsewhere (int);

  return f (x) + elsewhere (1);
}

static int __attribute__ ((no_sanitize ("kcfi"), noinline)) exempt_static (function *);
int
checked_caller (function *f)
{
  return exempt_static (f) + f (2);
}
static int
exempt_static (function *f)
{
  return f (3) + 1;
}

/* { dg-final { check-calls 2 -unchecked 2 } } */
