/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "pads of the preamble" } */
/* { dg-options "-O2 -fpatchable-function-entry=3,3" } */
/* Functions without an id are filled up as if they had one, so that entries stay
   aligned; the nops have no symbol.  */

static __attribute__ ((__noinline__)) int
not_taken (int x)
{
  __asm__ volatile ("" : "+r"(x));
  return x;
}

int
function (int x)
{
  return not_taken (x) + not_taken (x + 1);
}

/* { dg-final { check-no-preamble not_taken -pad 13 } } */
/* { dg-final { check-preamble function 00050794 -pad 8 } } */
