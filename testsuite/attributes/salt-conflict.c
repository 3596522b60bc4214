/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require plugin "cfi_salt came with clang 22" } */
/* A salt is part of the type: it has to be repeated, and types of different
   salts do not mix.  */

int f (int x) { return x; }
int f (int) __attribute__ ((cfi_salt ("pepper"))); /* { dg-error "conflicting types" } */

int g (int) __attribute__ ((cfi_salt ("pepper")));
int g (int) __attribute__ ((cfi_salt ("salt"))); /* { dg-error "conflicting types" } */

int h (int) __attribute__ ((cfi_salt (1))); /* { dg-error "string" } */
int variable __attribute__ ((cfi_salt ("pepper"))); /* { dg-warning "ignored|function" } */
