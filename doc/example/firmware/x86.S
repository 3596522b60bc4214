/* SPDX-License-Identifier: 0BSD */
/* From a Multiboot loader (QEMU's -kernel, GRUB) to main, by way of long mode if the
   program is one of 64 bits, and the gate of invalid opcodes.  */

#include <kcfi/asm.h>
#include <kcfi/vector.h>

#define MAGIC 0x1badb002
#define INVALID_OPCODE 6

	.section .multiboot, "a"
	.balign	4
	.long	MAGIC, 0, -MAGIC

	.code32
	.text
	.globl	_start
_start:
	movl	$stack_top, %esp
	lgdt	segments_pointer
#ifdef __x86_64__
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
	ljmp	$8, $start_64
	.code64
start_64:
#define GATE (16 * INVALID_OPCODE)
#else
	ljmp	$24, $start_32
start_32:
#define GATE (8 * INVALID_OPCODE)
#endif
	movl	$16, %eax
	movl	%eax, %ds
	movl	%eax, %es
	movl	%eax, %ss
	/* The gate: 16 bits of the address, this segment, interrupt gate, 16 bits more.  */
	movl	$check_trap, %eax
	movw	%ax, gates + GATE
	movw	%cs, gates + GATE + 2
	movw	$0x8e00, gates + GATE + 4
	shrl	$16, %eax
	movw	%ax, gates + GATE + 6
	lidt	gates_pointer
	call	main
1:	hlt
	jmp	1b

	KCFI_VECTOR (check_trap, on_trap, on_other_trap)

#ifdef __x86_64__
KCFI_TYPED_FUNC (twice)
	leal	(%rdi, %rdi), %eax
#else
KCFI_TYPED_FUNC (twice)
	movl	4(%esp), %eax
	addl	%eax, %eax
#endif
	ret
KCFI_END_FUNC (twice)

	.section .rodata, "a"
	.balign	8
segments:
	.quad	0, 0x00af9a000000ffff, 0x00cf92000000ffff, 0x00cf9a000000ffff
segments_pointer:
	.word	. - segments - 1
	.long	segments, 0
gates_pointer:
	.word	16 * 32 - 1
	.long	gates, 0

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

	.section .note.GNU-stack, "", @progbits
