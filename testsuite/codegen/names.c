/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 } */
/* { dg-options "-O2 -ffunction-sections -w" } */
/* Names: assembler labels, characters beyond C's, names of registers and of
   assembler operators, a local label's prefix, a very long one.  __cfi_ symbols
   exist for all, __kcfi_typeid_ only for [A-Za-z0-9_.], as in Clang.  The section
   of each function is part of its trap table's name.  */

typedef int function (int);

int café (int x) { return x; }
int dollar$sign (int x) { return x; }
int with_label (int) __asm__ ("dotted.name.1");
int with_label (int x) { return x; }
int rax (int x) { return x; }
int offset (int x) { return x; }
static int local_label (int) __asm__ ("..local");
static int local_label (int x) { return x; }
int call$er (function *f, int x) { return f (x) + 1; }
int callér (function *f, int x) { return f (x) + 1; }

#define TEN(X) X##X##X##X##X##X##X##X##X##X
#define LONG(X) TEN2 (X)
#define TEN2(X) TEN (X)
int LONG (TEN2 (a_name_of_thirty_characters_xx)) (int x) { return x; }

extern int ext$ (int);
extern int exté (int);
extern int plain (int);
extern int relabelled (int) __asm__ ("ext.l");

function *table[] = { local_label, ext$, exté, plain, relabelled };

/* { dg-final { check-preamble café 00050794 } } */
/* { dg-final { check-preamble dollar\$sign 00050794 } } */
/* { dg-final { check-preamble dotted.name.1 00050794 } } */
/* { dg-final { check-preamble rax 00050794 } } */
/* { dg-final { check-preamble offset 00050794 } } */
/* { dg-final { scan-symbols " __cfi_..local$" } } */
/* { dg-final { scan-symbols " __cfi_(a_name_of_thirty_characters_xx){100}$" } } */
/* { dg-final { check-calls 2 } } */
/* { dg-final { check-typeid plain 00050794 } } */
/* { dg-final { check-typeid ext.l 00050794 } } */
/* { dg-final { scan-symbols-times "__kcfi_typeid_" 2 } } */
