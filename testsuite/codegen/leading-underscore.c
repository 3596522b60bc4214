/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang has no such option" } */
/* { dg-options "-O2 -w -fleading-underscore" } */
/* Symbols that the compiler begins with a character of its own: __cfi_ and
   __kcfi_typeid_ stand in front of the whole symbol, without it for a name of the
   source's choice.  */

typedef int function (int);

int here (int x) { return x; }
int renamed (int) __asm__ ("other");
int renamed (int x) { return x; }
extern int there (int);
extern int labelled (int) __asm__ ("label");
function *const table[] = { there, labelled };
int call (function *f, int x) { return f (x) + 1; }

/* { dg-final { check-preamble _here 00050794 } } */
/* { dg-final { check-preamble other 00050794 } } */
/* { dg-final { check-typeid _there 00050794 } } */
/* { dg-final { check-typeid label 00050794 } } */
/* { dg-final { check-calls 1 } } */
