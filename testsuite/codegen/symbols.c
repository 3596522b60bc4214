/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -w" } */
/* The preamble's symbol: name, binding and visibility of every kind of function.
   check-preamble demands the binding of the function and default visibility.  */

int global (int x) { return x + 1; }
int __attribute__ ((__weak__)) weak (int x) { return x + 1; }
int __attribute__ ((__visibility__ ("hidden"))) hidden (int x) { return x + 1; }
int __attribute__ ((__visibility__ ("protected"))) protected (int x) { return x; }
static int taken (int x) { return x + 1; }
static int __attribute__ ((__noinline__)) not_taken (int x) { return x * 5; }
int renamed (int) __asm__ ("another_name");
int renamed (int x) { return not_taken (x) + not_taken (x + 1); }
int dollar$name (int x) { return x + 1; }
static inline int inline_taken (int x) { return x + 2; }
static inline int inline_not_taken (int x) { return x + 2; }
extern int alias (int) __attribute__ ((__alias__ ("global")));
static int __attribute__ ((__used__)) of_alias (int x) { return x + 3; }
extern int exported (int) __attribute__ ((__alias__ ("of_alias")));
int __attribute__ ((__noreturn__)) forever (int x) { for (;;) ; }
int __attribute__ ((__no_sanitize__ ("kcfi"))) exempt (int x) { return x; }
int __attribute__ ((__section__ (".init.text"))) init (int x) { return x + 9; }

int (*table[]) (int) = { taken, inline_taken };

/* { dg-final { check-preamble global 00050794 } } */
/* { dg-final { check-preamble weak 00050794 } } */
/* { dg-final { check-preamble hidden 00050794 } } */
/* { dg-final { check-preamble protected 00050794 } } */
/* { dg-final { check-preamble taken 00050794 } } */
/* { dg-final { check-no-preamble not_taken } } */
/* { dg-final { check-preamble another_name 00050794 } } */
/* { dg-final { check-preamble dollar\$name 00050794 } } */
/* { dg-final { check-preamble inline_taken 00050794 } } */
/* { dg-final { check-preamble of_alias 00050794 } } */
/* { dg-final { check-preamble forever 00050794 } } */
/* { dg-final { check-preamble exempt 00050794 } } */
/* { dg-final { check-preamble init 00050794 } } */
/* { dg-final { scan-symbols-not "__cfi_(alias|exported|renamed|inline_not_taken)" } } */
