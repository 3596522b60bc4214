/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typed functions of assembler.c.  */

/* A function with a preamble: pad, movl $ID, %eax, entry.  */
#define TYPED_FUNCTION(name)				\
	.p2align 4;					\
	.type	__cfi_##name, @function;		\
__cfi_##name:						\
	.fill	11, 1, 0x90;				\
	.byte	0xb8;					\
	.long	__kcfi_typeid_##name;			\
	.size	__cfi_##name, . - __cfi_##name;		\
	.globl	name;					\
	.type	name, @function;			\
name:

	.text
TYPED_FUNCTION (typed_add)
	incl	trap_reached
	movl	4(%esp), %eax
	incl	%eax
	ret
	.size	typed_add, . - typed_add

TYPED_FUNCTION (typed_read)
	incl	trap_reached
	movl	12(%esp), %eax
	ret
	.size	typed_read, . - typed_read

	/* No id: whatever stands before it is not one.  */
	.p2align 4
	.fill	32, 1, 0x90
	.globl	untyped
	.type	untyped, @function
untyped:
	incl	trap_reached
	movl	4(%esp), %eax
	addl	$2, %eax
	ret
	.size	untyped, . - untyped

	.section .note.GNU-stack, "", @progbits
