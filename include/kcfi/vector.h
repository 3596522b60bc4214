/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The way from an exception to a handler in C, for assembler files that go through
   the preprocessor (.S):

     KCFI_VECTOR (check_trap, on_trap, other_trap)

   is the code of a global label check_trap, to which the exception's vector leads.
   It saves the general registers and calls `int on_trap (struct kcfi_frame *)'
   (kcfi/frame.h).  If that returns nonzero, execution goes on where KCFI_FRAME_PC
   (frame) says.  If not, it jumps to other_trap, which finds everything
   as if it had been the vector.  (On arm r0 to r3 and r12 are those on the stack.)

   Which vector that is:

     x86_64, i386  an interrupt gate of vector 6, in the segment of the code
     aarch64	   `synchronous', current EL with SP_ELx, of VBAR_EL1, EL2 or EL3
     RISC-V	   mtvec, or with -DKCFI_SUPERVISOR stvec, in direct mode; or
		   where the program's own vector would begin to save registers
     arm M profile HardFault, and UsageFault if the program enables it

   The stack that is in use at the trap must be usable: 64 words at most, besides
   what on_trap needs.  So code of x86_64 is compiled with -mno-red-zone.  The code
   is for traps within one privilege.  Where less privileged code runs on the same
   vector (RISC-V without delegation), the program first finds out who trapped.  */

#ifndef KCFI_VECTOR_H
#define KCFI_VECTOR_H

#include "asm.h"

/* clang-format off */

#define KCFI_VECTOR(name, handler, next) kcfi_vector name, handler, next

/* --- x86: registers in the order of their numbers ------------------------------- */

#if defined __x86_64__

.macro kcfi_vector name, handler, next
	.globl	\name
	.type	\name, KCFI_FUNCTION
\name:
	KCFI_LANDING_PAD
	.irp	register, r15, r14, r13, r12, r11, r10, r9, r8
	pushq	%\register
	.endr
	.irp	register, rdi, rsi, rbp, rsp, rbx, rdx, rcx, rax
	pushq	%\register
	.endr
	movq	152(%rsp), %rax			/* at the trap */
	movq	%rax, 32(%rsp)
	movq	%rsp, %rdi
	movq	%rsp, %rbp
	andq	$-16, %rsp
	cld
	call	\handler
	movq	%rbp, %rsp
	testl	%eax, %eax			/* no pop changes the flags */
	popq	%rax
	popq	%rcx
	popq	%rdx
	popq	%rbx
	leaq	8(%rsp), %rsp
	.irp	register, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15
	popq	%\register
	.endr
	jz	.Lkcfi_foreign_\name
	iretq
.Lkcfi_foreign_\name:
	jmp	\next
	.size	\name, . - \name
.endm

#elif defined __i386__

.macro kcfi_vector name, handler, next
	.globl	\name
	.type	\name, KCFI_FUNCTION
\name:
	KCFI_LANDING_PAD
	.irp	register, edi, esi, ebp, esp, ebx, edx, ecx, eax
	pushl	%\register
	.endr
	movl	%esp, %eax			/* with -mregparm, too */
	movl	%esp, %ebp
	andl	$-16, %esp
	subl	$12, %esp
	pushl	%eax
	cld
	call	\handler
	movl	%ebp, %esp
	testl	%eax, %eax
	popl	%eax
	popl	%ecx
	popl	%edx
	popl	%ebx
	leal	4(%esp), %esp
	popl	%ebp
	popl	%esi
	popl	%edi
	jz	.Lkcfi_foreign_\name
	iretl
.Lkcfi_foreign_\name:
	jmp	\next
	.size	\name, . - \name
.endm

/* --- aarch64 ------------------------------------------------------------------------ */

#elif defined __aarch64__

/* x0 to x30 to the frame or from it.  */
.macro kcfi_all_registers pair, one
	\pair	x0, x1, [sp, 0]
	\pair	x2, x3, [sp, 16]
	\pair	x4, x5, [sp, 32]
	\pair	x6, x7, [sp, 48]
	\pair	x8, x9, [sp, 64]
	\pair	x10, x11, [sp, 80]
	\pair	x12, x13, [sp, 96]
	\pair	x14, x15, [sp, 112]
	\pair	x16, x17, [sp, 128]
	\pair	x18, x19, [sp, 144]
	\pair	x20, x21, [sp, 160]
	\pair	x22, x23, [sp, 176]
	\pair	x24, x25, [sp, 192]
	\pair	x26, x27, [sp, 208]
	\pair	x28, x29, [sp, 224]
	\one	x30, [sp, 240]
.endm

.macro kcfi_vector name, handler, next
	.globl	\name
	.type	\name, KCFI_FUNCTION
\name:
	sub	sp, sp, 272
	kcfi_all_registers stp, str
	mrs	x0, CurrentEL
	cmp	x0, 8
	b.eq	.Lkcfi_el2_\name
	b.hi	.Lkcfi_el3_\name
	mrs	x1, elr_el1
	mrs	x2, esr_el1
	b	.Lkcfi_call_\name
.Lkcfi_el2_\name:
	mrs	x1, elr_el2
	mrs	x2, esr_el2
	b	.Lkcfi_call_\name
.Lkcfi_el3_\name:
	mrs	x1, elr_el3
	mrs	x2, esr_el3
.Lkcfi_call_\name:
	stp	x1, x2, [sp, 248]
	mov	x0, sp
	bl	\handler
	cbz	w0, .Lkcfi_foreign_\name
	ldr	x1, [sp, 248]
	mrs	x0, CurrentEL
	cmp	x0, 8
	b.eq	.Lkcfi_return_el2_\name
	b.hi	.Lkcfi_return_el3_\name
	msr	elr_el1, x1
	b	.Lkcfi_return_\name
.Lkcfi_return_el2_\name:
	msr	elr_el2, x1
	b	.Lkcfi_return_\name
.Lkcfi_return_el3_\name:
	msr	elr_el3, x1
.Lkcfi_return_\name:
	kcfi_all_registers ldp, ldr
	add	sp, sp, 272
	eret
.Lkcfi_foreign_\name:
	kcfi_all_registers ldp, ldr
	add	sp, sp, 272
	b	\next
	.size	\name, . - \name
.endm

/* --- RISC-V --------------------------------------------------------------------------- */

#elif defined __riscv

#ifdef KCFI_SUPERVISOR
#define KCFI_CSR(name) s##name
#define KCFI_TRAP_RETURN sret
#else
#define KCFI_CSR(name) m##name
#define KCFI_TRAP_RETURN mret
#endif

#ifdef __riscv_32e
#define KCFI_REGISTERS 16
#define KCFI_FRAME_BYTES 80 /* 17 words.  */
#elif __riscv_xlen == 32
#define KCFI_REGISTERS 32
#define KCFI_FRAME_BYTES 144 /* 33 words.  */
#else
#define KCFI_REGISTERS 32
#define KCFI_FRAME_BYTES 272
#endif
#define KCFI_WORD (__riscv_xlen / 8)
#if __riscv_xlen == 32
#define KCFI_LOAD lw
#define KCFI_STORE sw
#else
#define KCFI_LOAD ld
#define KCFI_STORE sd
#endif

/* All registers but x0 and sp.  */
.macro kcfi_all_registers op
	\op	x1, KCFI_WORD(sp)
	.irp	n, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	\op	x\n, \n*KCFI_WORD(sp)
	.endr
#ifndef __riscv_32e
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\op	x\n, \n*KCFI_WORD(sp)
	.endr
#endif
.endm

.macro kcfi_vector name, handler, next
	.option	push
	.option	arch, +zicsr
	.p2align 2
	.globl	\name
	.type	\name, KCFI_FUNCTION
\name:
	addi	sp, sp, -KCFI_FRAME_BYTES
	kcfi_all_registers KCFI_STORE
	addi	t0, sp, KCFI_FRAME_BYTES
	KCFI_STORE t0, 2*KCFI_WORD(sp)
	csrr	t0, KCFI_CSR (epc)
	KCFI_STORE t0, 0(sp)
	csrr	t0, KCFI_CSR (cause)
	KCFI_STORE t0, KCFI_REGISTERS*KCFI_WORD(sp)
	mv	a0, sp
	call	\handler
	beqz	a0, .Lkcfi_foreign_\name
	KCFI_LOAD t0, 0(sp)
	csrw	KCFI_CSR (epc), t0
	kcfi_all_registers KCFI_LOAD
	addi	sp, sp, KCFI_FRAME_BYTES
	KCFI_TRAP_RETURN
.Lkcfi_foreign_\name:
	kcfi_all_registers KCFI_LOAD
	addi	sp, sp, KCFI_FRAME_BYTES
	j	\next
	.size	\name, . - \name
	.option	pop
.endm

/* --- arm's M profile -------------------------------------------------------------------- */

#elif defined __arm__ && __ARM_ARCH_PROFILE == 'M'

/* What the processor has pushed is on the stack that EXC_RETURN, in lr, tells.  */
.macro kcfi_vector name, handler, next
	.syntax	unified
	.thumb
	.p2align 2
	.globl	\name
	.thumb_func
	.type	\name, KCFI_FUNCTION
\name:
	mov	r0, lr
	lsls	r0, r0, 29
	mov	r0, sp
	bpl	.Lkcfi_main_\name
	mrs	r0, psp
.Lkcfi_main_\name:
	push	{lr}
	mov	r2, r10
	mov	r3, r11
	push	{r2, r3}
	mov	r2, r8
	mov	r3, r9
	push	{r2, r3}
	push	{r0, r4-r7}
	mov	r0, sp
	bl	\handler
	add	sp, 36
	pop	{r1}				/* the others are as they were */
	cmp	r0, 0
	beq	.Lkcfi_foreign_\name
	bx	r1
.Lkcfi_foreign_\name:
	mov	lr, r1
	ldr	r2, .Lkcfi_next_\name
	bx	r2
	.p2align 2
.Lkcfi_next_\name:
	.word	\next
	.size	\name, . - \name
.endm

#else
#error "kcfi/vector.h does not know this machine: doc/firmware.md has a table"
#endif

#endif
