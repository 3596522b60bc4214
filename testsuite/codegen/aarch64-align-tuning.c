/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "its tuning wishes for an alignment" } */
/* { dg-do compile } */
/* { dg-options "-O2 -falign-functions=16:12" } */
/* `.p2align 4,,11' is what GCC 12 wishes for at -O2 (the option is for those that
   wish for another), and costs at most 11 bytes.  It goes to the id, so that the
   entry is at 4 mod 16, as with clang-19 -mcpu=neoverse-n1.  aarch64-align-cpu.c
   has a processor that demands an alignment.  */

int one (int x) { return x + 1; }
int two (int x) { return x * 3 + 2; }
int three (int x) { return x + 3; }

/* { dg-final { scan-assembler-times "\t.p2align 4,,11\n\t.global\t\[a-z]+\n\t.word\t329620\n" 3 } } */
