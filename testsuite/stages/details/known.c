/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "a large model without a procedure linkage table" } */
/* { dg-more-options "-mcmodel=large -fno-pic -fno-pie" } */
/* The address of a known function in a register: the tag pass sees what it is.  */

extern int known (int);

int
call (int (*f) (int), int x)
{
  int y = known (x); /* { dg-tag "unchecked: direct" } */
  return f (y) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

/* { dg-final { check-stages } } */
/* { dg-final { scan-dump tag {unchecked: direct, what it calls is known by name} } } */
