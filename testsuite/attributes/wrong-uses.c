/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require plugin "the wording is GCC's" } */
/* What GCC complains about without the plugin, it still does.  */

__attribute__ ((no_sanitize ("nonsense"))) void f1 (void); /* { dg-warning "attribute directive ignored" } */
__attribute__ ((no_sanitize (1))) void f2 (void); /* { dg-error "not a string" } */
__attribute__ ((no_sanitize ("kcfi,nonsense"))) void f3 (void); /* { dg-warning "attribute directive ignored" } */
int variable __attribute__ ((no_sanitize ("kcfi"))); /* { dg-warning "ignored" } */
__attribute__ ((no_sanitize)) void f4 (void); /* { dg-error "wrong number of arguments" } */
