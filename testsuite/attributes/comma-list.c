/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang knows no lists in one string" } */
/* Several names in one string, as GCC takes them.  */

typedef int function (int);

#define BODY { return f (x) + 1; }

__attribute__ ((no_sanitize ("undefined,kcfi"))) int
exempt_last (function *f, int x) BODY

__attribute__ ((no_sanitize ("kcfi,undefined"))) int
exempt_first (function *f, int x) BODY

__attribute__ ((no_sanitize ("address,kcfi,undefined"))) int
exempt_middle (function *f, int x) BODY

__attribute__ ((no_sanitize ("address,undefined"))) int
checked_others (function *f, int x) BODY

/* { dg-final { check-calls 1 -unchecked 3 } } */
