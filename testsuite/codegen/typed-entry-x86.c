/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang has no typed entries" } */
/* { dg-require x86_64 "the form of a preamble" } */
/* { dg-options "-O2 -fcf-protection=branch -fpatchable-function-entry=5,3 -ffunction-sections" } */
/* A typed entry is what its function is: a preamble with the patchable prefix in
   between, a landing pad, its own binding and visibility, and in the same section a
   short jump.  The ids are clang-19's for functions of these types.  */

int f (void *p) { return p != 0; }
int g (int *) __attribute__ ((alias ("f"), kcfi_entry, weak, visibility ("hidden")));
extern int renamed (long *) __asm__ ("other_name");
extern int renamed (long *) __attribute__ ((alias ("f"), kcfi_entry));

/* { dg-final { check-preamble g 3ad55aca -prefix 3 } } */
/* { dg-final { check-preamble other_name 8b561d27 -prefix 3 } } */
/* { dg-final { check-preamble f 89fb613d -prefix 3 } } */
