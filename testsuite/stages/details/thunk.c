/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "retpolines" } */
/* { dg-more-options "-mindirect-branch=thunk" } */
/* Under retpolines the address goes into the thunk's register at the tag pass, and
   the check looks at it there.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

/* { dg-final { check-stages } } */
/* { dg-final { scan-dump tag {thunk.c:10:\d+: insn \d+: address moved into r11 for the thunk$} } } */
/* { dg-final { scan-dump check {thunk.c:10:\d+: insn \d+: id 0x00050794, check is insn \d+, target r11, scratch r10$} } } */
