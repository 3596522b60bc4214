/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "names its registers" } */
/* { dg-more-options "-w" } */
/* What the check pass says of an address that the check cannot use where it is: in
   a register whose addressing takes a byte more, in the check's own, in memory.  */

int
in_r12 (int (*p) (int), int x)
{
  register int (*f) (int) __asm__ ("r12") = p;
  __asm__ volatile ("" : "+r" (f));
  return f (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

int
in_r10 (int (*p) (int), int x)
{
  register int (*f) (int) __asm__ ("r10") = p;
  __asm__ volatile ("" : "+r" (f));
  return f (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

int
in_memory (int (**f) (int), int x)
{
  return f[1] (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

/* { dg-final { check-stages } } */
/* { dg-final { scan-dump check {registers.c:12:\d+: insn \d+: address in r12, which is no register for a check, goes into r11$} } } */
/* { dg-final { scan-dump check {registers.c:20:\d+: insn \d+: address in r10, which is no register for a check, goes into r11$} } } */
/* { dg-final { scan-dump check {registers.c:26:\d+: insn \d+: address in memory at \[.*\], goes into r11$} } } */
/* { dg-final { scan-dump check {registers.c:26:\d+: insn \d+: id 0x00050794, check is insn \d+, target r11, scratch r10$} } } */
