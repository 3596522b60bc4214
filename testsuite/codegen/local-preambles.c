/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang gives none to by_cast and for_assembler" } */
/* { dg-options "-O2 -w" } */
/* Local functions whose address nothing in C takes, and that are reached by one
   all the same.  */

static int __attribute__ ((__noinline__)) by_cast (int x) { return x + 1; }
int cast (int x) { return ((int (*) (unsigned)) by_cast) (x); }
static int aliased (int x) { return x + 2; }
extern int alias (int) __attribute__ ((__alias__ ("aliased")));
static int behind_local_alias (int x) { return x * 2; }
static int local_alias (int) __attribute__ ((__alias__ ("behind_local_alias")));
int (*take (void)) (int) { return local_alias; }
static int __attribute__ ((__used__)) for_assembler (int x) { return x + 3; }
static void __attribute__ ((__constructor__)) starts (void) { __asm__ volatile (""); }
static void __attribute__ ((__destructor__)) ends (void) { __asm__ volatile (""); }
static int __attribute__ ((__noinline__)) not_taken (int x) { return x + 4; }
int user (int x) { return not_taken (x) + not_taken (x + 1); }

/* { dg-final { check-preamble by_cast 00050794 } } */
/* { dg-final { check-preamble aliased 00050794 } } */
/* { dg-final { check-preamble behind_local_alias 00050794 } } */
/* { dg-final { check-preamble for_assembler 00050794 } } */
/* { dg-final { check-preamble starts a540670c } } */
/* { dg-final { check-preamble ends a540670c } } */
/* { dg-final { check-no-preamble not_taken } } */
