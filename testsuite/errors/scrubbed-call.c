/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require gcc-14 "strub came with GCC 14" } */
/* GCC makes these calls anew and loses what the plugin noted about them.  Direct
   calls and other modes are served.  */

typedef int at_calls (int) __attribute__ ((strub ("at-calls")));
typedef int by_default (int) __attribute__ ((strub));
typedef int internal (int) __attribute__ ((strub ("internal")));
at_calls known;

int call_known (int x) { return known (x) + 1; }
int call_internal (internal *f) { return f (1) + 1; }
int call_at_calls (at_calls *f) { return f (1) + 1; } /* { dg-error "give the function" } */
int call_by_default (by_default *f) { return f (2) + 1; } /* { dg-error "give the function" } */
__attribute__ ((no_sanitize ("kcfi"))) int
unchecked (at_calls *f)
{
  return f (3) + 1; /* { dg-error "give the function" } */
}
