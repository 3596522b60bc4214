/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "names its registers" } */
/* { dg-options "-O2 -ffixed-x16 -ffixed-x18" } */
/* x16 may not be used: w9 is loaded and x17 has the expected id, which the brk
   says; a call through x17 leaves x9 and x10.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
through_x17 (int x, int (*p) (int))
{
  register int (*f) (int) __asm__("x17") = p;
  __asm__ volatile ("" : "+r"(f));
  return f (x);
}

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { scan-object-not "\[wx\]16" } } */
/* { dg-final { scan-object "brk\\s+#0x82" } } */
/* { dg-final { scan-object "brk\\s+#0x8151" } } */
