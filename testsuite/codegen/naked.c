/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "inline assembler" } */
/* A naked function has its preamble and nothing else.  */

int __attribute__ ((__naked__))
naked (int x)
{
  __asm__ ("leal 1(%rdi), %eax\n\tret");
}

int (*pointer) (int) = naked;

/* { dg-final { check-preamble naked 00050794 } } */
/* { dg-final { check-entry naked 8d 47 01 c3 } } */
