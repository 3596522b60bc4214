/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typed functions of assembler.c; KCFI_PREFIX is the unit's M, in nops of
   two bytes where the machine has them.  */

#ifndef KCFI_PREFIX
#define KCFI_PREFIX 0
#endif

/* A function with a preamble: the id, M nops, entry.  Relaxation would move
   them apart only if one of them could shrink.  */
#define TYPED_FUNCTION(name)				\
	.p2align 2;					\
	.word	__kcfi_typeid_##name;			\
	.rept	KCFI_PREFIX;				\
	nop;						\
	.endr;						\
	.globl	name;					\
	.type	name, @function;			\
name:

	.macro	reached
	lla	t0, trap_reached
	lw	t1, 0(t0)
	addiw	t1, t1, 1
	sw	t1, 0(t0)
	.endm

	.text
TYPED_FUNCTION (typed_add)
	reached
	addiw	a0, a0, 1
	ret
	.size	typed_add, . - typed_add

TYPED_FUNCTION (typed_read)
	reached
	mv	a0, a2
	ret
	.size	typed_read, . - typed_read

	/* No id: whatever stands before it is not one.  */
	.rept	16
	nop
	.endr
	.globl	untyped
	.type	untyped, @function
untyped:
	reached
	addiw	a0, a0, 2
	ret
	.size	untyped, . - untyped

	.section .note.GNU-stack, "", @progbits
