/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=all" } */
/* { dg-options "-O2 -w" } */
/* -w silences the plugin's warnings too.  */

void of_int (int);
void (*cast) (unsigned) = (void (*) (unsigned)) of_int;
