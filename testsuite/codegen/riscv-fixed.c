/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require riscv "names its registers" } */
/* { dg-options "-O2 -ffixed-t1 -ffixed-t2" } */
/* Neither register of the check may be used: t3 and t4 are, as in clang-19.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 1 -ids {00050794} } } */
/* { dg-final { scan-object "beq\\s+t3,t4," } } */
