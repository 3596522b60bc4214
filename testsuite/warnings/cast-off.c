/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=all no-warn=cast,unprototyped" } */
/* { dg-options "-O2 -std=gnu17" } */
/* What no-warn names is silent, whatever warn= named before.  */

void of_int (int);
void (*cast) (unsigned) = (void (*) (unsigned)) of_int;

int
call (int (*f) ())
{
  return f (1);
}
