/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require riscv "names its registers" } */
/* { dg-options "-O2 -ffixed-t0 -ffixed-t1 -ffixed-t2 -ffixed-t3 -ffixed-t4 -ffixed-t5 -ffixed-t6 -ffixed-a1 -ffixed-a2 -ffixed-a3 -ffixed-a4 -ffixed-a5 -ffixed-a6 -ffixed-a7" } */
/* No register is left for the check.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-error "no free register for the check of this indirect call; use fewer .-ffixed-. registers" } */
}
