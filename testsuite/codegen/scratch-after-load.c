/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "names its registers" } */
/* { dg-require plugin "clang has no local register variables of this kind" } */
/* { dg-do compile } */
/* The called address is in r10, which is no register for a target.  Once it has
   been copied to r11, r10 is free for the check, and has to be used: the
   kernel decodes no other check.  */

int
call (int (*f) (void *))
{
  register int (*in_r10) (void *) asm ("r10") = f;
  asm volatile ("" : "+r" (in_r10));
  return in_r10 (0) + 1;
}

/* { dg-final { scan-assembler-times "addl\[ \t]+-4\\(%r11\\), %r10d" 1 } } */
