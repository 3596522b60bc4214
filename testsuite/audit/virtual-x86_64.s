# SPDX-License-Identifier: GPL-3.0-or-later
# Virtual functions, calls and tables of x86_64, by hand, in the form of doc/abi.md
# "The second word of C++".  What kcfi-audit must say is in virtual.tcl, which adds
# a settings record.  NOPS is M of -fpatchable-function-entry.

	.macro	nops
	.rept	NOPS
	nop
	.endr
	.endm

	.macro	plain name
	.balign	16
	.type	__cfi_\name, @function
__cfi_\name:
	.skip	11, 0x90
	movl	$0x12345678, %eax
	.size	__cfi_\name, . - __cfi_\name
	nops
	.globl	\name
	.type	\name, @function
\name:
	.endm

# The ids are such that a reader that takes bytes for opcodes is wrong, nops and
# movl's own opcode, and one virtual id is a type id, too.
	.macro	virtual name id type=0x12345678
	.balign	16
	.type	__cfi_\name, @function
__cfi_\name:
	.skip	6, 0x90
	movl	$\id, %eax
	movl	$\type, %eax
	.size	__cfi_\name, . - __cfi_\name
	nops
	.globl	\name
	.type	\name, @function
\name:
	.endm

	.macro	end name
	ret
	.size	\name, . - \name
	.endm

	.macro	check id offset
	movl	$-\id, %r10d
	addl	-\offset-NOPS(%rax), %r10d
	je	.Lpass\@
.Ltrap\@:
	ud2
	.pushsection .kcfi_traps, "ao", @progbits, .text
	.long	.Ltrap\@ - .
	.popsection
.Lpass\@:
	call	*%rax
	.endm

	.text
	plain	__cxa_pure_virtual
	end	__cxa_pure_virtual
	virtual	_ZN1B1wEi 0x90909090
	end	_ZN1B1wEi
	virtual	_ZN1D1wEi 0x90909090
	end	_ZN1D1wEi
	virtual	_ZN1B1xEv 0x12345678 0xb8909090
	end	_ZN1B1xEv
	plain	_ZN1B1yEv
	end	_ZN1B1yEv

	plain	_Z4callP1B
	movq	(%rdi), %rax
	movq	(%rax), %rax
	check	0x90909090 9
	check	0x12345678 4
	end	_Z4callP1B
	plain	_Z6nobodyP1B
	check	0x55555555 9
	end	_Z6nobodyP1B

# Calls without a check.
	plain	_Z4bareP1B
	movq	(%rdi), %rax
	call	*8(%rax)
	movq	(%rdi), %rax
	addq	$16, %rax
	movq	(%rax), %rcx
	movq	%rdi, %rsi
	call	*%rcx
	end	_Z4bareP1B
# The slot comes from an index, the table from the middle of something, from the
# other side of a call.
	plain	_Z5otherP1B
	movq	(%rdi), %rax
	call	*8(%rax,%rsi,8)
	movq	24(%rdi), %rax
	call	*8(%rax)
	movq	(%rbx), %rax
	call	_ZN1B1yEv
	call	*8(%rax)
	end	_Z5otherP1B
# The same code in C.
	plain	bare
	movq	(%rdi), %rax
	call	*8(%rax)
	end	bare

	.data
	.balign	8
	.globl	_ZTV1B
	.type	_ZTV1B, @object
_ZTV1B:
	.quad	0, 0, _ZN1B1wEi, _ZN1B1xEv, _ZN1B1yEv, __cxa_pure_virtual
	.size	_ZTV1B, . - _ZTV1B
	.type	_ZTV1D, @object
_ZTV1D:
	.quad	0, 0, _ZN1D1wEi
	.size	_ZTV1D, . - _ZTV1D
	.type	table, @object
table:	.quad	_ZN1B1yEv
	.size	table, . - table
	.section .note.GNU-stack, "", @progbits
