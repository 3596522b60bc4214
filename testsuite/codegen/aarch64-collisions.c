/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "names its registers" } */
/* { dg-options "-O2 -mbranch-protection=bti" } */
/* Under BTI a tail call goes through x16, which the check works with; clang 16,
   19 and 22 then use w9 instead.  */

int
through_x16 (int x, int (*p) (int))
{
  register int (*f) (int) __asm__("x16") = p;
  __asm__ volatile ("" : "+r"(f));
  return f (x);
}

/* { dg-final { check-calls 1 -ids {00050794} -target x16 } } */
/* { dg-final { scan-object "ldur\\s+w9, \\\[x16, #-4\\\]" } } */
/* { dg-final { scan-object "brk\\s+#0x8230" } } */
