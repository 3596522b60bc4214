/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require i386 "has 16-bit code" } */
/* { dg-do compile } */
/* { dg-options "-O2 -m16" } */
/* Code for real mode, as SeaBIOS has it: the id lies in the segment of the code, and
   what %ds points to may be another.  Each check reads through %cs.  Found by building
   SeaBIOS.  */

int
call (int (*f) (int), int x)
{
  return f (x) * 2;
}

int
second (int (*f) (int), int x)
{
  return f (x) * 3;
}

/* { dg-final { scan-assembler-times "\taddl\t%cs:-4\\(%e..\\), %e..\n" 2 } } */
