/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "pads and symbols of the preamble" } */
/* { dg-options "-Os" } */
/* Three nops and five bytes: aligned to 4.  */

int
function (int x)
{
  return x + 1;
}

void
odd_size (void)
{
}

int
another (int x)
{
  return x + 1;
}

/* { dg-final { check-preamble function 00050794 -pad 3 -align 4 } } */
/* { dg-final { check-preamble odd_size a540670c -pad 3 -align 4 } } */
/* { dg-final { check-preamble another 00050794 -pad 3 -align 4 } } */
