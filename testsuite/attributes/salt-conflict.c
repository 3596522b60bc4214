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

/* Two unlike salts on one type: Clang takes the one it meets last.  */
int two (int) __attribute__ ((cfi_salt ("pepper"))) __attribute__ ((cfi_salt ("salt"))); /* { dg-error "differs" } */
typedef int (*salted) (int) __attribute__ ((cfi_salt ("pepper")));
salted pointer __attribute__ ((cfi_salt ("salt"))); /* { dg-error "differs" } */
int same (int) __attribute__ ((cfi_salt ("pepper"))) __attribute__ ((cfi_salt ("pepper")));

int null (int) __attribute__ ((cfi_salt ("a\0b"))); /* { dg-error "null character" } */
int wide (int) __attribute__ ((cfi_salt (L"a"))); /* { dg-error "wide" } */
