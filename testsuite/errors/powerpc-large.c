/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require powerpc "has code models" } */
/* { dg-options "-O2 -mcmodel=large" } */
/* The large model puts a word in front of the label, behind the id.  */

int value;

int
first (int (*f) (int)) /* { dg-error "KCFI on powerpc64 cannot serve .-mcmodel=large." } */
{
  return f (value);
}
