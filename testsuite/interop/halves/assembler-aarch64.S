/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typed functions of assembler.c; KCFI_PREFIX is the unit's M.  */

#ifndef KCFI_PREFIX
#define KCFI_PREFIX 0
#endif

/* A function with a preamble: the id, M nops, entry.  */
#define TYPED_FUNCTION(name)				\
	.p2align 2;					\
	.word	__kcfi_typeid_##name;			\
	.fill	KCFI_PREFIX, 4, 0xd503201f;		\
	.globl	name;					\
	.type	name, %function;			\
name:							\
	hint	#34		/* bti c */

	.macro	reached
	adrp	x9, trap_reached
	ldr	w10, [x9, :lo12:trap_reached]
	add	w10, w10, #1
	str	w10, [x9, :lo12:trap_reached]
	.endm

	.text
TYPED_FUNCTION (typed_add)
	reached
	add	w0, w0, #1
	ret
	.size	typed_add, . - typed_add

TYPED_FUNCTION (typed_read)
	reached
	mov	x0, x2
	ret
	.size	typed_read, . - typed_read

	/* No id: whatever stands before it is not one.  */
	.fill	16, 4, 0xd503201f
	.globl	untyped
	.type	untyped, %function
untyped:
	hint	#34
	reached
	add	w0, w0, #2
	ret
	.size	untyped, . - untyped

	.section .note.GNU-stack, "", %progbits
