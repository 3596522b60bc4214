/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "its back end has a name for __fp16, and GCC 12 takes _Float16 for it" } */
/* { dg-require gcc-12 "_Float16" } */
/* { dg-options "-O2 -w" } */
/* _Float16 is DF16_, also by a typedef with may_alias, which is a copy of the
   type: _ZTSFvPDF16_E.  */

typedef _Float16 aliased __attribute__ ((__may_alias__));

extern void plain (_Float16 *);
extern void copied (aliased *);

void *table[] = { plain, copied };

/* { dg-final { check-typeid plain 8984b097 } } */
/* { dg-final { check-typeid copied 8984b097 } } */
