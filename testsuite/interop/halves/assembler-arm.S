/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typed functions of assembler.c, one of them A32 and one Thumb.  */

	.syntax unified

/* A function with a preamble: the id, then the entry.  */
#define TYPED_FUNCTION(name)				\
	.p2align 2;					\
	.word	__kcfi_typeid_##name;			\
	.globl	name;					\
	.type	name, %function;			\
name:

	/* r3 is free: none of the functions has four arguments.  */
	.macro	reached
	push	{r0, r1}
	ldr	r3, =trap_reached
	ldr	r1, [r3]
	adds	r1, r1, #1
	str	r1, [r3]
	pop	{r0, r1}
	.endm

	.text
	.arm
TYPED_FUNCTION (typed_add)
	reached
	add	r0, r0, #1
	bx	lr
	.ltorg
	.size	typed_add, . - typed_add

	.thumb
	.thumb_func
TYPED_FUNCTION (typed_read)
	reached
	movs	r0, r2
	bx	lr
	.p2align 2
	.ltorg
	.size	typed_read, . - typed_read

	/* No id: whatever stands before it is not one.  */
	.arm
	.p2align 2
	.fill	8, 4, 0xe1a00000
	.globl	untyped
	.type	untyped, %function
untyped:
	reached
	add	r0, r0, #2
	bx	lr
	.ltorg
	.size	untyped, . - untyped

	.section .note.GNU-stack, "", %progbits
