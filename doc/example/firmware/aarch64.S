/* SPDX-License-Identifier: 0BSD */
/* QEMU's -M virt: from the first instruction, in EL1, or in EL2 with
   virtualization=on, or in EL3 with secure=on, to main, and the vectors of that
   level.  */

#include <kcfi/asm.h>
#include <kcfi/vector.h>

	.section .text.start, "ax"
	.globl	_start
_start:
	adrp	x0, stack_top
	add	x0, x0, :lo12:stack_top
	mov	sp, x0
	adrp	x0, vectors
	add	x0, x0, :lo12:vectors
	mrs	x1, CurrentEL
	cmp	x1, 8
	b.eq	2f
	b.hi	3f
	msr	vbar_el1, x0
	b	main
2:	msr	vbar_el2, x0
	b	main
3:	msr	vbar_el3, x0
	b	main

	/* 16 vectors of 128 bytes; the fifth is `synchronous' from the current level with
	   its own stack pointer.  */
	.p2align 11
vectors:
	.rept	4
	b	on_other_trap
	.p2align 7
	.endr
	b	check_trap
	.p2align 7
	.rept	11
	b	on_other_trap
	.p2align 7
	.endr

	KCFI_VECTOR (check_trap, on_trap, on_other_trap)

KCFI_TYPED_FUNC (twice)
	add	w0, w0, w0
	ret
KCFI_END_FUNC (twice)

	.section .note.GNU-stack, "", @progbits
