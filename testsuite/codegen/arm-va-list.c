/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "va_list is a structure in namespace std there" } */
/* { dg-options "-O2 -w" } */
/* St9__va_list can be substituted: S_ the second time, and what is made of it has
   the next numbers.  Ids of clang-22:
   _ZTSFvPSt9__va_listS0_E, _ZTSFvPVKSt9__va_listS1_E,
   _ZTSFvPFvSt9__va_listES1_S_E.  */

typedef __builtin_va_list va;

extern void pointers (va *, va *);
extern void qualified (const volatile va *, const volatile va *);
extern void in_prototypes (void (*) (va), void (*) (va), va);

void *table[] = { pointers, qualified, in_prototypes };

/* { dg-final { check-typeid pointers 88cd2429 } } */
/* { dg-final { check-typeid qualified 9cbecab4 } } */
/* { dg-final { check-typeid in_prototypes 3f4af44b } } */
