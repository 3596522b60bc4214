/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that turns out to be direct needs no check; the function it took still
   has its id, as the source took its address.  */

static __attribute__ ((__noinline__)) int
callee (int x)
{
  __asm__ volatile ("" : "+r"(x));
  return x + 1;
}

int
call (int x)
{
  int (*f) (int) = callee;

  return f (x) + 1;
}

/* { dg-final { check-calls 0 } } */
/* { dg-final { check-preamble callee 00050794 } } */
