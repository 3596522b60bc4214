# SPDX-License-Identifier: GPL-3.0-or-later
# A fifth of a large kernel: 20,000 functions with preamble, 1,000 different ids,
# five checked calls in each, a table of all their addresses.  All names are
# local, so that five of it can be linked together: 100,000 functions, 30 MB.

	.macro	function n
	.balign	16
	.type	__cfi_large_function_\n, @function
__cfi_large_function_\n:
	.skip	11, 0x90
	movl	$0x10000 + \n % 1000, %eax
	.size	__cfi_large_function_\n, . - __cfi_large_function_\n
	.type	large_function_\n, @function
large_function_\n:
	pushq	%rbx
	movq	%rdi, %rbx
	.rept	5
	movq	8(%rbx), %rax
	movl	$-(0x10000 + (\n * 7 + 1) % 1000), %r10d
	addl	-4(%rax), %r10d
	je	2f
1:	ud2
	.pushsection .kcfi_traps, "ao", @progbits, .text
	.long	1b - .
	.popsection
2:	call	*%rax
	testl	%eax, %eax
	jne	3f
	leaq	large_table(%rip), %rdx
	movslq	%eax, %rcx
	movq	(%rdx,%rcx,8), %rdi
	addq	$16, %rbx
3:
	.endr
	popq	%rbx
	ret
	.size	large_function_\n, . - large_function_\n
	.pushsection .data.rel.ro, "aw"
	.quad	large_function_\n
	.popsection
	.endm

	.section .data.rel.ro, "aw"
large_table:
	.text
	.set	number, 0
	.altmacro
	.rept	20000
	function %number
	.set	number, number + 1
	.endr
