/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "names its registers" } */
/* { dg-options "-O2 -ffixed-x1 -ffixed-x2 -ffixed-x3 -ffixed-x4 -ffixed-x5 -ffixed-x6 -ffixed-x7 -ffixed-x8 -ffixed-x9 -ffixed-x10 -ffixed-x11 -ffixed-x12 -ffixed-x13 -ffixed-x14 -ffixed-x15 -ffixed-x16 -ffixed-x17" } */
/* No register is left for the check.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-error "no free register for the check of this indirect call; use fewer .-ffixed-. registers" } */
}
