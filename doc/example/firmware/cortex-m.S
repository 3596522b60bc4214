/* SPDX-License-Identifier: 0BSD */
/* Vector table of a Cortex-M3, the way into the handler of faults, and a function
   that C calls through pointers.  */

#include <kcfi/asm.h>

	.syntax unified

	.section .vectors, "a"
	.word	stack_top, main, fault, fault, fault, fault, fault

	.text
	/* on_fault (what the processor has pushed, r4 to r11).  */
	.thumb_func
	.type	fault, %function
fault:
	mov	r0, sp
	push	{r4-r11}
	mov	r1, sp
	bl	on_fault

KCFI_TYPED_FUNC (twice)
	lsls	r0, r0, #1
	bx	lr
KCFI_END_FUNC (twice)

	.section .note.GNU-stack, "", %progbits
