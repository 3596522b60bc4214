/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require plugin "Clang has no typed entries" } */
/* kcfi_entry where it cannot be.  */

int f (void *p) { return p != 0; }

int without_alias (int *) __attribute__ ((kcfi_entry)); /* { dg-error "belongs on a declaration with attribute" } */
static int local (int *) __attribute__ ((alias ("f"), kcfi_entry)); /* { dg-error "must not be static" } */
int with_argument (int *) __attribute__ ((alias ("f"), kcfi_entry (1))); /* { dg-error "wrong number of arguments" } */
int *pointer __attribute__ ((kcfi_entry)); /* { dg-error "belongs on a declaration with attribute" } */

/* { dg-warning "never defined" "GCC says so, too" { target *-*-* } 9 } */
int use (int *p) { return local (p); }
