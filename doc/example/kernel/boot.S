/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a Multiboot loader (QEMU's -kernel, GRUB) to 64-bit code: a page table that
   maps the first GiB to itself, long mode, a table with the handler of invalid
   instructions; then kernel_main (command line).  No function of this file is called
   through a pointer that is checked.  */

#define MAGIC 0x1badb002
#define NO_FLAGS 0
#define INVALID_INSTRUCTION 6

	.section .multiboot, "a"
	.balign	4
	.long	MAGIC, NO_FLAGS, -(MAGIC + NO_FLAGS)

	.code32
	.text
	.globl	_start
_start:
	movl	$stack_end, %esp
	movl	%ebx, %esi			/* the loader's information */
	movl	$level_3 + 3, level_4
	movl	$level_2 + 3, level_3
	xorl	%ecx, %ecx
1:	movl	%ecx, %eax			/* 512 pages of 2 MiB */
	shll	$21, %eax
	orl	$0x83, %eax
	movl	%eax, level_2(, %ecx, 8)
	incl	%ecx
	cmpl	$512, %ecx
	jne	1b
	movl	$level_4, %eax
	movl	%eax, %cr3
	movl	%cr4, %eax
	orl	$0x20, %eax			/* PAE */
	movl	%eax, %cr4
	movl	$0xc0000080, %ecx		/* EFER: long mode */
	rdmsr
	orl	$0x100, %eax
	wrmsr
	movl	%cr0, %eax
	orl	$0x80000000, %eax		/* paging */
	movl	%eax, %cr0
	lgdt	segments_pointer
	ljmp	$8, $start_64

	.code64
start_64:
	movl	$16, %eax
	movl	%eax, %ds
	movl	%eax, %es
	movl	%eax, %ss
	/* The handler's entry: address in three parts, segment 8, interrupt gate.  */
	leaq	invalid_instruction(%rip), %rax
	leaq	gates + 16 * INVALID_INSTRUCTION(%rip), %rdi
	movw	%ax, (%rdi)
	movl	$0x8e000008, 2(%rdi)
	movb	$0, 4(%rdi)
	movb	$0x8e, 5(%rdi)
	shrq	$16, %rax
	movw	%ax, 6(%rdi)
	shrq	$16, %rax
	movl	%eax, 8(%rdi)
	lidt	gates_pointer(%rip)
	/* The command line, if there is one: flag 2, then at 16.  */
	xorl	%edi, %edi
	testl	$4, (%rsi)
	jz	1f
	movl	16(%rsi), %edi
1:	call	kernel_main
2:	hlt
	jmp	2b

/* The registers in the order of their numbers, so that an instruction's operand finds
   them (struct trap_frame).  */
invalid_instruction:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%r11
	pushq	%r10
	pushq	%r9
	pushq	%r8
	pushq	%rdi
	pushq	%rsi
	pushq	%rbp
	pushq	%rsp
	pushq	%rbx
	pushq	%rdx
	pushq	%rcx
	pushq	%rax
	movq	%rsp, %rdi
	movq	%rsp, %rbp
	andq	$-16, %rsp
	cld
	call	on_invalid_instruction
	movq	%rbp, %rsp
	popq	%rax
	popq	%rcx
	popq	%rdx
	popq	%rbx
	addq	$8, %rsp
	popq	%rbp
	popq	%rsi
	popq	%rdi
	popq	%r8
	popq	%r9
	popq	%r10
	popq	%r11
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	iretq

	.section .rodata, "a"
	.balign	8
segments:
	.quad	0, 0x00af9a000000ffff, 0x00cf92000000ffff
segments_pointer:
	.word	. - segments - 1
	.long	segments
gates_pointer:
	.word	16 * 32 - 1
	.quad	gates

	.bss
	.balign	4096
level_4:
	.skip	4096
level_3:
	.skip	4096
level_2:
	.skip	4096
gates:
	.skip	16 * 32
	.skip	16384
	.balign	16
stack_end:

	.section .note.GNU-stack, "", @progbits
