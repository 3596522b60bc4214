/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the names of generated functions are each compiler's" } */
/* { dg-options "-O2 -fprofile-arcs" } */
/* The constructor that GCC itself makes is called through a table by kernels:
   it has the id of void (void).  */

int
function (int x)
{
  return x > 3 ? x + 1 : 7;
}

/* { dg-final { check-preamble _sub_I_00100_0 a540670c } } */
/* { dg-final { check-preamble function 00050794 } } */
