/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "its security states" } */
/* { dg-more-options "-mcmse -mthumb -march=armv8-m.main -mfloat-abi=soft" } */
/* A call into the non-secure state has a reason of its own, from the type at the
   mark pass.  */

typedef int __attribute__ ((cmse_nonsecure_call)) nonsecure (int);

int
leave (nonsecure *f, int (*g) (int), int x)
{
  x = f (x) * 2; /* { dg-mark "unchecked: other security state" } */
  return g (x) * 2; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

/* { dg-final { check-stages } } */
