/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the attribute may stand and how it may be written.  Each exempt_*
   function has one call without a check, each checked_* one with.  */

typedef int function (int);

#define BODY { return f (x) + 1; }

__attribute__ ((no_sanitize ("kcfi"))) int
exempt_prefix (function *f, int x) BODY

__attribute__ ((__no_sanitize__ ("kcfi"))) int
exempt_underscores (function *f, int x) BODY

int __attribute__ ((no_sanitize ("kcfi")))
exempt_middle (function *f, int x) BODY

int exempt_suffix (function *f, int x) __attribute__ ((no_sanitize ("kcfi")));
int
exempt_suffix (function *f, int x) BODY

extern int exempt_pointer_result (void) __attribute__ ((no_sanitize ("kcfi")));

__attribute__ ((no_sanitize ("kcfi"), noinline)) int
exempt_with_others (function *f, int x) BODY

__attribute__ ((noinline)) __attribute__ ((no_sanitize ("kcfi"))) int
exempt_second_list (function *f, int x) BODY

__attribute__ ((no_sanitize ("undefined"))) __attribute__ ((no_sanitize ("kcfi"))) int
exempt_two_attributes (function *f, int x) BODY

__attribute__ ((no_sanitize ("undefined", "kcfi"))) int
exempt_two_strings (function *f, int x) BODY

__attribute__ ((no_sanitize ("kcfi", "address"))) int
exempt_first_string (function *f, int x) BODY

__attribute__ ((no_sanitize ("all"))) int
exempt_all (function *f, int x) BODY

#define __nocfi __attribute__ ((__no_sanitize__ ("kcfi")))
__nocfi int
exempt_macro (function *f, int x) BODY

static inline __attribute__ ((always_inline)) __nocfi int
inlined (function *f, int x) BODY
int
exempt_inlined (function *f, int x)
{
  return inlined (f, x);
}

/* One list for several declarators.  */
__attribute__ ((noinline, no_sanitize ("kcfi"))) extern int
  exempt_first (function *, int), exempt_second (function *, int);
int
exempt_first (function *f, int x) BODY
int
exempt_second (function *f, int x) BODY

/* A list behind one of them is for that one.  */
extern int checked_neighbour (function *, int),
  exempt_neighbour (function *, int) __attribute__ ((no_sanitize ("kcfi")));
int
checked_neighbour (function *f, int x) BODY
int
exempt_neighbour (function *f, int x) BODY

/* Other sanitizers' names say nothing about kcfi.  */
__attribute__ ((no_sanitize ("address"))) int
checked_address (function *f, int x) BODY

__attribute__ ((no_sanitize_address)) int
checked_other (function *f, int x) BODY

__attribute__ ((noinline)) int
checked_plain (function *f, int x) BODY

/* { dg-final { check-calls 4 -unchecked 15 } } */
/* { dg-final { check-preamble exempt_prefix 6144b4a7 } } */
/* { dg-final { check-preamble exempt_second 6144b4a7 } } */
