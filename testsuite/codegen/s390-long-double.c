/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require s390 "its long double" } */
/* { dg-options "-O2 -w" } */
/* `long double' is called as __float128 there, also by a typedef that makes a
   copy of the type.  */

typedef long double alias __attribute__ ((__may_alias__));

extern void plain (long double, long double *);
extern void copy (alias, alias *);
extern alias result (long double *, alias *);
void *const table[] = { plain, copy, result };

/* { dg-final { check-typeid plain 30bf0077 } } */
/* { dg-final { check-typeid copy 30bf0077 } } */
/* { dg-final { check-typeid result 8aa7b2f4 } } */
