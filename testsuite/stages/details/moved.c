/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "a tuning that pads branches" } */
/* { dg-more-options "-O1 -mtune=k8" } */
/* A pad that machine_reorg puts between a check and its call: the weld pass says
   over how much it has moved the check.  */

void
in_a_row (void (*f) (void), void (*g) (void), void (*h) (void))
{
  f (); /* { dg-mark "id 0xa540670c _ZTSFvvE" } */
  g (); /* { dg-mark "id 0xa540670c _ZTSFvvE" } */
  h (); /* { dg-mark "id 0xa540670c _ZTSFvvE" } */
  f (); /* { dg-mark "id 0xa540670c _ZTSFvvE" } */
}

/* { dg-final { check-stages } } */
/* { dg-final { scan-dump weld {insn \d+: id 0xa540670c, check is insn \d+$} } } */
/* { dg-final { scan-dump weld {insn \d+: id 0xa540670c, check is insn \d+, moved over 1 insn$} } } */
