/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang has it in its own namespace only" } */
/* { dg-options "-O2 -std=gnu2x" } */
/* The attributes of C23.  */

typedef int function (int);

[[gnu::no_sanitize ("kcfi")]] int
exempt (function *f, int x)
{
  return f (x) + 1;
}

[[__gnu__::__no_sanitize__ ("kcfi")]] int
exempt_underscores (function *f, int x)
{
  return f (x) + 1;
}

int exempt_behind [[gnu::no_sanitize ("kcfi")]] (function *f, int x);
int
exempt_behind (function *f, int x)
{
  return f (x) + 1;
}

[[gnu::noinline, gnu::no_sanitize ("undefined", "kcfi")]] int
exempt_list (function *f, int x)
{
  return f (x) + 1;
}

[[gnu::noinline]] int
checked (function *f, int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 1 -unchecked 4 } } */
