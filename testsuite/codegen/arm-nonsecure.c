/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "its options" } */
/* { dg-plugin-args "warn=unprototyped" } */
/* { dg-options "-O2 -mcmse -mthumb -march=armv8-m.main -mfloat-abi=soft" } */
/* Calls into the non-secure state: what is there has ids of its own, if any, and
   is not trusted.  They are not checked, and said to be so; calls in the secure
   state are, also in functions that the non-secure state calls.  */

typedef int __attribute__ ((cmse_nonsecure_call)) nonsecure (int);

int
leave (nonsecure *f, int x)
{
  return f (x) * 2; /* { dg-warning "cannot be checked: other security state" } */
}

int __attribute__ ((cmse_nonsecure_entry))
enter (int (*f) (int))
{
  return f (1) + 1;
}

int
stay (int (*f) (int), int x)
{
  return f (x) * 2;
}

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble leave 6144b4a7 } } */
/* { dg-final { check-preamble stay 6144b4a7 } } */
