/* SPDX-License-Identifier: 0BSD */
/* QEMU's -M virt -bios none: from the first instruction, in machine mode, to main,
   and the vector of traps.  */

#include <kcfi/asm.h>
#include <kcfi/vector.h>

	.option	arch, +zicsr

	.section .text.start, "ax"
	.globl	_start
_start:
	.option	push
	.option	norelax
	la	gp, __global_pointer$
	.option	pop
	la	sp, stack_top
	la	t0, check_trap
	csrw	mtvec, t0
	j	main

	.text
	KCFI_VECTOR (check_trap, on_trap, on_other_trap)

KCFI_TYPED_FUNC (twice)
	add	a0, a0, a0
	ret
KCFI_END_FUNC (twice)

#ifdef __linux__ /* A compiler whose other objects have it.  */
	.section .note.GNU-stack, "", @progbits
#endif
