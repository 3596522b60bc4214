# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of powerpc64, one in each function: `# call checked' and so on
# above a function say what the auditor must find in it.  The forms of checks are
# those of doc/abi-generic.md; those of switches are GCC's.

	.macro	function name id=0x12345678
	.p2align 4
	.ifne	\id
	.long	\id
	.endif
	.type	\name, @function
\name:
	.endm

	.macro	end name
	.size	\name, . - \name
	.endm

# MIDDLE: a label behind its first instruction.
	.macro	check target=ctr offset=4 scratch=11 middle=0
	m\()f\target \scratch
	.if	\middle
.Lmiddle:
	.endif
	lwz	\scratch, -\offset(\scratch)
	xoris	\scratch, \scratch, 0x1234
	twnei	\scratch, 0x5678
	.endm

	.text

# call checked
	function plain_call
	check	ctr
	bctrl
	blr
	end	plain_call

# jump checked
	function tail_call
	check	ctr
	bctr
	end	tail_call

# call checked: with r0, which cannot be part of an address
	function r0
	mfctr	0
	addic	0, 0, -4
	lwzx	0, 0, 0
	xoris	0, 0, 0x1234
	twnei	0, 0x5678
	bctrl
	blr
	end	r0

# call checked: an id whose low half is negative
	function negative
	mfctr	11
	lwz	11, -4(11)
	xoris	11, 11, 0x1234 ^ 0xffff
	twnei	11, -0x7ffe
	bctrl
	blr
	end	negative

# call checked
	function through_lr
	check	lr
	blrl
	blr
	end	through_lr

# jump unchecked "unknown"
	function conditional
	beqctr
	end	conditional

# No sites: all of these return.
	function returns
	beqlr
	blr
	end	returns

# call unchecked "unknown"
	function bare_call
	bctrl
	blr
	end	bare_call

# jump unchecked "unknown"
	function bare_jump
	bctr
	end	bare_jump

# call unchecked "check of another register"
	function wrong_register
	check	ctr
	blrl
	blr
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	ctr
	nop
	bctrl
	blr
	end	separated

# call unchecked "a branch leads past its check"
	function passed_by
	bne	2f
	check	ctr
2:
	bctrl
	blr
	end	passed_by

# call unchecked "a branch leads past its check": the id is compared with something else
	function into_the_middle
	bne	.Lmiddle
	check	ctr, middle=1
	bctrl
	blr
	end	into_the_middle

# call unchecked "unknown": not what was loaded
	function compared_with_other
	mfctr	11
	lwz	11, -4(11)
	xoris	12, 11, 0x1234
	twnei	12, 0x5678
	bctrl
	blr
	end	compared_with_other

# call unchecked "unknown": it looks behind the entry
	function behind_the_entry
	check	ctr, -4
	bctrl
	blr
	end	behind_the_entry

# call unchecked "unknown": it traps if the id is right
	function other_condition
	mfctr	11
	lwz	11, -4(11)
	xoris	11, 11, 0x1234
	tweqi	11, 0x5678
	bctrl
	blr
	end	other_condition

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	bctrl
	blr
	end	no_preamble

# call excused "known target"
	function known
	addis	12, 2, bare_call@toc@ha
	addi	12, 12, bare_call@toc@l
	mtctr	12
	bctrl
	blr
	end	known

# call unchecked "unknown": what the register had before a call
	function returned
	addis	12, 2, bare_call@toc@ha
	addi	12, 12, bare_call@toc@l
	mtctr	12
	bl	bare_call
	bctrl
	blr
	end	returned

# call unchecked "unknown": what it has on one of two ways
	function joined
	bne	1f
	addis	12, 2, bare_call@toc@ha
	addi	12, 12, bare_call@toc@l
	mtctr	12
1:
	bctrl
	blr
	end	joined

# jump excused "jump table": the address of the table is in the TOC
	function switch_relative
	addis	10, 2, table@toc@ha
	ld	10, table@toc@l(10)
	lwax	9, 10, 3
	add	9, 9, 10
	mtctr	9
	bctr
words:
	.long	word_case_1 - words, word_case_2 - words
word_case_1:
	li	3, 1
word_case_2:
	blr
	end	switch_relative

# jump excused "jump table"
	function switch_unoptimized
	addis	8, 2, table_2@toc@ha
	ld	9, table_2@toc@l(8)
	add	9, 10, 9
	lwz	9, 0(9)
	extsw	10, 9
	ld	9, table_2@toc@l(8)
	add	9, 10, 9
	mtctr	9
	bctr
words_2:
	.long	case_1 - words_2, case_2 - words_2
case_1:
	li	3, 1
case_2:
	blr
	end	switch_unoptimized

# jump excused "jump table": a computed goto
	function switch_absolute
	addis	9, 2, addresses@toc@ha
	addi	9, 9, addresses@toc@l
	ldx	9, 9, 3
	mtctr	9
	bctr
address_case_1:
	li	3, 1
address_case_2:
	blr
	end	switch_absolute

# jump unchecked "unknown"
	function array_of_functions
	addis	9, 2, functions@toc@ha
	addi	9, 9, functions@toc@l
	ldx	9, 9, 3
	mtctr	9
	bctr
	end	array_of_functions

	function direct
	bl	bare_call
	blr
	end	direct

	.globl	taken
	function taken 0
	blr
	end	taken

	function typeid_function 0x87654321
	blr
	end	typeid_function

	.globl	typeid_function
	.weak	__kcfi_typeid_typeid_function
	.set	__kcfi_typeid_typeid_function, 0x12345678

	.section .toc, "aw", @progbits
table:
	.quad	words
table_2:
	.quad	words_2
	.section .rodata, "a", @progbits
	.p2align 3
addresses:
	.quad	address_case_1, address_case_2
functions:
	.quad	bare_call, plain_call
	.data
	.p2align 3
	.quad	taken
