/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "-m32 is its" } */
/* { dg-require plugin "clang's trap is int3" } */
/* { dg-do compile } */
/* { dg-options "-O2 -m32" } */
/* The compiler of x86_64 makes i386's code as well; doc/abi-generic.md.  */

int
call (int (*f) (int), int x)
{
  return f (x) * 2;
}

/* { dg-final { scan-assembler "movl\t.4294637676, %e..\n\taddl\t-4\\(%e..\\), %e..\n\tje\t.Lkcfi_pass\[0-9\]+\n\tud2\n.Lkcfi_pass\[0-9\]+:\n#NO_APP\n\tcall\t\\*%e" } } */
/* { dg-final { scan-assembler "__cfi_call:\n\t.skip\t11, 0x90\n\tmovl\t.1631892647, %eax\n" } } */
/* { dg-final { scan-assembler-not "kcfi_traps" } } */
