/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require plugin "Clang has no typed entries" } */
/* What no typed entry can lead to.  */

int f (void *p) { return p != 0; }
int plain_alias (void *) __attribute__ ((alias ("f")));
int variable;

int nowhere (int *) __attribute__ ((alias ("missing"), kcfi_entry)); /* { dg-error "is no function of this file" } */
int to_variable (int *) __attribute__ ((alias ("variable"), kcfi_entry)); /* { dg-error "is no function of this file" } */
int to_alias (int *) __attribute__ ((alias ("plain_alias"), kcfi_entry)); /* { dg-error "is an alias" } */
int number (int *) __attribute__ ((alias (1), kcfi_entry)); /* { dg-error "not a string" } */
int defined (int *) __attribute__ ((alias ("f"), kcfi_entry));
int defined (int *p) { return *p; } /* { dg-error "is also defined" } */
