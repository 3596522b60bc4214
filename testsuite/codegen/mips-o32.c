/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require mips "its old ABI" } */
/* { dg-options "-O1 -mabi=32 -fPIC -w" } */
/* There a call is a call and a load of gp that GCC splits late: the check belongs
   in front of the call that comes of it.  */

int *place;

int argument (int (*f) (int), int x) { return f (x + 5) + 1; }
int store (int (*f) (int), int x) { *place = x; return f (3) + 1; }
int twice (int (*f) (int), int x) { return f (f (x)); }

/* { dg-final { check-calls 4 } } */
