/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-Wno-nested-externs" } */
/* A declaration that cannot be seen where the function is defined does not take
   the checks of the definition away.  From a reading of GCC's merge_decls, which
   keeps the attributes of all declarations; each case was compiled by clang-19.  */

typedef int function (int);
#define EXEMPT __attribute__ ((no_sanitize ("kcfi")))
#define NOINLINE __attribute__ ((noinline))

/* After the definition: nothing is exempt.  */
int after (function *f, int x) { return f (x) + 1; }
EXEMPT int after (function *, int); /* { dg-warning "must precede" } */

int after_all (function *f, int x) { return f (x) + 2; }
int after_all (function *, int) __attribute__ ((no_sanitize ("all"))); /* { dg-warning "must precede" } */

static inline int after_inline (function *f, int x) { return f (x) + 3; }
EXEMPT static inline int after_inline (function *, int); /* { dg-warning "must precede" } */
int use_inline (function *f) { return after_inline (f, 1) * 2; }

__attribute__ ((weak)) int after_weak (function *f) { return f (1) + 4; }
EXEMPT int after_weak (function *); /* { dg-warning "must precede" } */

typedef int user (function *);
int after_typedef (function *f) { return f (1) + 5; }
extern EXEMPT user after_typedef; /* { dg-warning "must precede" } */

int
in_itself (function *f)
{
  extern EXEMPT int in_itself (function *); /* { dg-warning "must precede" } */
  return f (1) + 6;
}

NOINLINE int in_other_after (function *f) { return f (1) + 7; }
int
other_after (function *f)
{
  extern EXEMPT int in_other_after (function *); /* { dg-warning "must precede" } */
  return in_other_after (f);
}

/* In a block, although there was a declaration before.  */
int in_other_before (function *);
int
other_before (function *f)
{
  extern EXEMPT int in_other_before (function *);
  return in_other_before (f);
}
NOINLINE int in_other_before (function *f) { return f (1) + 8; }

static int static_in_other (function *);
int
other_static (function *f)
{
  int EXEMPT static_in_other (function *);
  return static_in_other (f);
}
NOINLINE static int static_in_other (function *f) { return f (1) + 9; }

int
first_other (function *f)
{
  extern int in_two_blocks (function *);
  return in_two_blocks (f);
}
int
second_other (function *f)
{
  {
    extern EXEMPT int in_two_blocks (function *);
    return in_two_blocks (f);
  }
}
NOINLINE int in_two_blocks (function *f) { return f (1) + 10; }

/* The first of all: exempt, be it in a block or not.  */
int
other_only (function *f)
{
  extern EXEMPT int only_in_block (function *);
  return only_in_block (f);
}
int only_in_block (function *);
NOINLINE int only_in_block (function *f) { return f (1) + 11; }

EXEMPT int twice (function *);
int twice (function *f) { return f (1) + 12; }
EXEMPT int twice (function *);

/* { dg-final { check-calls 10 -unchecked 2 } } */
