/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=alias" } */
/* { dg-options "-O2 -Wno-attribute-alias" } */
/* { dg-prune-output "target .target. has type" } */
/* An alias has its target's preamble.  */

void target (int x) { (void) x; }
void other (long) __attribute__ ((alias ("target"))); /* { dg-warning "alias 'other' of type 'void\\(long int\\)' has the type id of its target" } */
void same (int) __attribute__ ((alias ("target")));
