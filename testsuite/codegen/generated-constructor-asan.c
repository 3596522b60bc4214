/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the names of generated functions are each compiler's" } */
/* { dg-options "-O2 -fsanitize=address" } */
/* The same for the sanitizer's constructor.  */

int array[4];

int
function (int x)
{
  return array[x];
}

/* { dg-final { check-preamble _sub_I_00099_1 a540670c } } */
/* { dg-final { check-preamble function 00050794 } } */
