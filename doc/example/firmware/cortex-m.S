/* SPDX-License-Identifier: 0BSD */
/* QEMU's mps2-an385 and its like: the vector table of a Cortex-M, and a function that
   C calls through pointers.  */

#include <kcfi/asm.h>
#include <kcfi/vector.h>

	.syntax unified

	.section .vectors, "a"
	.word	stack_top, main
	.rept	14				/* NMI, HardFault, ... UsageFault */
	.word	check_trap
	.endr

	.text
	KCFI_VECTOR (check_trap, on_trap, on_other_trap)

KCFI_TYPED_FUNC (twice)
	lsls	r0, r0, 1
	bx	lr
KCFI_END_FUNC (twice)

#ifdef __linux__ /* A compiler whose other objects have it.  */
	.section .note.GNU-stack, "", %progbits
#endif
