/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "its options" } */
/* { dg-options "-O2 -mcmse -mthumb -march=armv8.1-m.main -mfloat-abi=soft" } */
/* As arm-nonsecure.c; there the call is an instruction of its own, not a call
   of libgcc, and GCC's insn for it has no memory operand.  */

typedef int __attribute__ ((cmse_nonsecure_call)) nonsecure (int);

int
leave (nonsecure *f, int x)
{
  return f (x) * 2;
}

int
stay (int (*f) (int), int x)
{
  return f (x) * 2;
}

/* { dg-final { check-calls 1 -ids {00050794} } } */
