/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require mips "its delay slots" } */
/* { dg-options "-O2 -w" } */
/* Calls with something to put into their delay slots: an argument, a store, a
   stack adjustment, nothing; the check stays in front of the call, and nothing of
   it goes into a slot.  */

int *place;

int argument (int (*f) (int), int x) { return f (x + 5) + 1; }
int store (int (*f) (int), int x) { *place = x; return f (3) + 1; }
int tail (int (*f) (int), int x) { return f (x); }
int loaded (int (**f) (int), int x) { return (*f) (x) + 1; }
int twice (int (*f) (int), int x) { return f (f (x)); }
int branches (int (*f) (int), int x) { return x > 3 ? f (x) + 1 : f (2) - x; }

/* { dg-final { check-calls 8 } } */
