/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "inline assembler" } */
/* { dg-options "-O2 -w" } */
/* Assembler code in the file uses __kcfi_typeid_ symbols for its own preambles,
   as kernels' typed assembler functions do.  */

extern int in_assembler (int);
int (*pointer) (int) = in_assembler;

__asm__ (".text\n"
	 "	.p2align 4\n"
	 "	.type __cfi_in_assembler, @function\n"
	 "__cfi_in_assembler:\n"
	 "	.fill 11, 1, 0x90\n"
	 "	.byte 0xb8\n"
	 "	.long __kcfi_typeid_in_assembler\n"
	 "	.size __cfi_in_assembler, 16\n"
	 "	.type in_assembler, @function\n"
	 "	.globl in_assembler\n"
	 "in_assembler:\n"
	 "	leal 1(%rdi), %eax\n"
	 "	ret\n"
	 "	.size in_assembler, . - in_assembler\n");

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-typeid in_assembler 00050794 } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
