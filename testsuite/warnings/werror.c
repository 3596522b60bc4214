/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=cast" } */
/* { dg-options "-O2 -Werror" } */
/* { dg-prune-output "all warnings being treated as errors" } */
/* -Werror makes errors of them.  */

void of_int (int);
void (*cast) (unsigned) = (void (*) (unsigned)) of_int; /* { dg-error "changes the type id" } */
