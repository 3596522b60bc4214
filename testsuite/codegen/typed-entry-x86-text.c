/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require plugin "Clang has no typed entries" } */
/* { dg-require x86_64 "its instructions" } */
/* { dg-options "-O2 -fcf-protection=branch -fpatchable-function-entry=5,3 -ffunction-sections" } */
/* The code of a typed entry: how it is seen, its landing pad, and a jump that no other
   module's function of the name can take.  */

#include "typed-entry-x86.c"

/* { dg-final { scan-assembler "\t.weak\tg\n\t.hidden\tg\n" } } */
/* { dg-final { scan-assembler "\ng:\n.Lkcfi_entry\[0-9\]+:\n\tendbr64\n\tjmp\t.Lkcfi_function" } } */
/* { dg-final { scan-assembler "\nother_name:\n" } } */
