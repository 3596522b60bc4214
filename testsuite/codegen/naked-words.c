/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require naked "the attribute" } */
/* A naked function has its preamble, on machines with word preambles too.  */

int __attribute__ ((__naked__))
naked (int x)
{
#ifdef __arm__
  __asm__ ("bx lr");
#else
  __asm__ ("ret");
#endif
}

int (*pointer) (int) = naked;

/* { dg-final { check-preamble naked 00050794 } } */
