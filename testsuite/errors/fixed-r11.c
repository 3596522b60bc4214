/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "names its registers" } */
/* { dg-options "-O2 -ffixed-r11 -mindirect-branch=thunk" } */
/* Retpolines go through %r11.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-error "r11" } */
}
