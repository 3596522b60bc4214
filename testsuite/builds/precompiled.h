/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plugin must remember of a precompiled header: the name of an unnamed
   struct, an exemption, a function with a checked call.  */

#include "trap.h"

typedef struct
{
  int k;
} named_by_typedef;
typedef int function (int);
typedef int of_struct (named_by_typedef *);

static inline int
call_checked (function *f, int x)
{
  return f (x) * 2;
}

static inline int __attribute__ ((__no_sanitize__ ("kcfi")))
call_unchecked (function *f, int x)
{
  return f (x) * 2;
}

static int
of_header (named_by_typedef *s)
{
  REACHED ();
  return s->k;
}

static of_struct *const table[] = { of_header };
