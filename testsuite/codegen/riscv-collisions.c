/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require riscv "names its registers" } */
/* { dg-options "-O2" } */
/* A call through one of the check's own registers: the next free one takes its
   place, as in clang-19 and 22 (t3 for the loaded id, t3 for the expected).
   No tail calls: GCC 16 jumps through no t1.  */

int
through_t1 (int x, int (*p) (int))
{
  register int (*f) (int) __asm__("t1") = p;
  __asm__ volatile ("" : "+r"(f));
  return f (x) + 1;
}

int
through_t2 (int x, int (*p) (int))
{
  register int (*f) (int) __asm__("t2") = p;
  __asm__ volatile ("" : "+r"(f));
  return f (x) + 1;
}

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { scan-object "lw\\s+t3,-4\\(t1\\)\\n.*lui\\s+t2,0x50" } } */
/* { dg-final { scan-object "lw\\s+t1,-4\\(t2\\)\\n.*lui\\s+t3,0x50" } } */
