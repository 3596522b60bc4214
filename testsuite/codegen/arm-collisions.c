/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "names its registers" } */
/* { dg-options "-O2 -marm -march=armv7-a+fp" } */
/* A call through the check's own register r12 while r0 to r3 hold arguments: r3
   is saved around the comparison, as in clang-22.  */

int
full (int a, int b, int c, int d, int (*p) (int, int, int, int))
{
  register int (*f) (int, int, int, int) __asm__("ip") = p;
  __asm__ volatile ("" : "+r"(f));
  return f (a, b, c, d);
}

/* { dg-final { check-calls 1 -ids 5c11d333 } } */
/* { dg-final { scan-object "bic\\s+r3, ip, #1\\n.*ldr\\s+r3, \\\[r3, #-4\\\]" } } */
/* { dg-final { scan-object-times "push\\s+\\{r3\\}" 1 } } */
/* { dg-final { scan-object-times "pop\\s+\\{r3\\}.*\\n.*beq" 1 } } */
/* { dg-final { scan-object-times "udf\\s+#33772" 1 } } */
