/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed_add and untyped of typed.c: the argument plus one.  With -DNUMBER the id is
   that number, otherwise it comes from the symbol in typed.c's object.  */

#include <kcfi/asm.h>

#if defined __x86_64__
#define ADD_ONE leal 1(%rdi), %eax; ret
#elif defined __i386__
#define ADD_ONE movl 4(%esp), %eax; incl %eax; ret
#elif defined __aarch64__
#define ADD_ONE add w0, w0, 1; ret
#elif defined __arm__
#define ADD_ONE adds r0, r0, 1; bx lr
#elif defined __riscv
#define ADD_ONE addi a0, a0, 1; ret
#elif defined __s390x__
#define ADD_ONE ahi %r2, 1; br %r14
#elif defined __powerpc64__
#define ADD_ONE addi 3, 3, 1; blr
#elif defined __mips__
#define ADD_ONE addiu $2, $4, 1; jr $31
#elif defined __loongarch__
#define ADD_ONE addi.w $a0, $a0, 1; jr $ra
#endif

#ifdef __arm__
	.syntax unified
#endif
#ifdef __powerpc64__
	.abiversion 2
#endif

	.text
#ifdef NUMBER
KCFI_TYPED_FUNC_ID (typed_add, NUMBER)
#else
KCFI_TYPED_FUNC (typed_add)
#endif
	ADD_ONE
KCFI_END_FUNC (typed_add)

	.p2align 4
	.fill	32, 1, 0
	.globl	untyped
#ifdef __thumb__
	.thumb_func
#endif
	.type	untyped, KCFI_FUNCTION
untyped:
	ADD_ONE
KCFI_END_FUNC (untyped)

#ifndef __arm__
	.section .note.GNU-stack, "", @progbits
#else
	.section .note.GNU-stack, "", %progbits
#endif
