# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of s390x, one in each function: `# call checked' and so on
# above a function say what the auditor must find in it.  The forms of checks are
# those of doc/abi-generic.md; those of switches are GCC's.

	.macro	function name id=0x12345678
	.p2align 3
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
	.macro	check target offset=4 scratch=%r0 middle=0
	iilf	\scratch, 0xedcba988
	.if	\middle
.Lmiddle:
	.endif
	aly	\scratch, -\offset(\target)
	brc	10, .Lpass\@
.Ltrap\@:
	j	.+2
	j	.Ltrap\@
.Lpass\@:
	.endm

	.text

# call checked
	function plain_call
	check	%r1
	basr	%r14, %r1
	br	%r14
	end	plain_call

# jump checked
	function tail_call
	check	%r1
	br	%r1
	end	tail_call

# call checked: with another register
	function other_scratch
	check	%r4, 4, %r5
	basr	%r14, %r4
	br	%r14
	end	other_scratch

# jump checked: without a free register
	function no_scratch
	stg	%r0, 16(%r15)
	iilf	%r0, 0xedcba988
	aly	%r0, -4(%r1)
	lg	%r0, 16(%r15)
	brc	10, 1f
2:
	j	.+2
	j	2b
1:
	br	%r1
	end	no_scratch

# call checked: through an expoline
	function expoline
	check	%r1
	brasl	%r14, __s390_indirect_jump_r1
	br	%r14
	end	expoline

# jump unchecked "unknown"
	function bare_expoline
	jg	__s390_indirect_jump_r1
	end	bare_expoline

# call unchecked "unknown": a pointer in a variable of this object
	function from_variable
	lgrl	%r1, variable
	basr	%r14, %r1
	br	%r14
	end	from_variable

# jump unchecked "unknown": branch indirect
	function from_memory
	.insn	rxy, 0xe30000000047, 15, 0(%r2)
	end	from_memory

# jump unchecked "unknown"
	function indexed
	b	0(%r1,%r2)
	end	indexed

# No sites: all of these return.
	function returns
	clgijne	%r2, 0, 1f
	ber	%r14
1:
	br	%r14
	end	returns

# call unchecked "unknown"
	function bare_call
	basr	%r14, %r1
	br	%r14
	end	bare_call

# jump unchecked "unknown"
	function bare_jump
	br	%r1
	end	bare_jump

# call unchecked "check of another register"
	function wrong_register
	check	%r1
	basr	%r14, %r2
	br	%r14
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	%r1
	nop
	basr	%r14, %r1
	br	%r14
	end	separated

# call unchecked "a branch leads past its check"
	function passed_by
	clgijne	%r3, 0, 2f
	check	%r1
2:
	basr	%r14, %r1
	br	%r14
	end	passed_by

# call unchecked "a branch leads past its check": the id is compared with something else
	function into_the_middle
	clgijne	%r3, 0, .Lmiddle
	check	%r1, middle=1
	basr	%r14, %r1
	br	%r14
	end	into_the_middle

# call unchecked "unknown": the comparison overwrites the register that is called
	function scratch_is_target
	check	%r1, 4, %r1
	basr	%r14, %r1
	br	%r14
	end	scratch_is_target

# call unchecked "unknown": it looks behind the entry
	function behind_the_entry
	check	%r1, -4
	basr	%r14, %r1
	br	%r14
	end	behind_the_entry

# call unchecked "unknown": its trap leads on
	function goes_on
	iilf	%r0, 0xedcba988
	aly	%r0, -4(%r1)
	brc	10, 1f
	j	.+2
1:
	basr	%r14, %r1
	br	%r14
	end	goes_on

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	basr	%r14, %r1
	br	%r14
	end	no_preamble

# call excused "known target"
	function known
	larl	%r1, bare_call
	basr	%r14, %r1
	br	%r14
	end	known

# call unchecked "unknown": what the register had before a call
	function returned
	larl	%r1, bare_call
	brasl	%r14, bare_call
	basr	%r14, %r1
	br	%r14
	end	returned

# call unchecked "unknown": what it has on one of two ways
	function joined
	clgijne	%r3, 0, 1f
	larl	%r1, bare_call
1:
	basr	%r14, %r1
	br	%r14
	end	joined

# jump excused "jump table"
	function switch_absolute
	larl	%r1, addresses
	lg	%r1, 0(%r2,%r1)
	br	%r1
address_case_1:
	lghi	%r2, 1
address_case_2:
	br	%r14
	end	switch_absolute

# jump excused "jump table": entries are relative to the table
	function switch_relative
	larl	%r1, words
	lg	%r2, 0(%r2,%r1)
	b	0(%r2,%r1)
word_case_1:
	lghi	%r2, 1
word_case_2:
	br	%r14
	end	switch_relative

# jump excused "jump table": the address of the table was on the stack
	function switch_spilled
	larl	%r1, spilled
	stg	%r1, 168(%r15)
	lghi	%r1, 0
	lg	%r1, 168(%r15)
	lg	%r1, 0(%r2,%r1)
	br	%r1
spilled_case_1:
	lghi	%r2, 1
spilled_case_2:
	br	%r14
	end	switch_spilled

# jump unchecked "unknown"
	function array_of_functions
	larl	%r1, functions
	lg	%r1, 0(%r2,%r1)
	br	%r1
	end	array_of_functions

	function direct
	brasl	%r14, bare_call
	br	%r14
	end	direct

	.globl	taken
	function taken 0
	br	%r14
	end	taken

	function typeid_function 0x87654321
	br	%r14
	end	typeid_function

	.globl	typeid_function
	.weak	__kcfi_typeid_typeid_function
	.set	__kcfi_typeid_typeid_function, 0x12345678

# jump excused "thunk"
	.globl	__s390_indirect_jump_r1
	function __s390_indirect_jump_r1 0
	br	%r1
	end	__s390_indirect_jump_r1

	.section .rodata, "a", @progbits
	.p2align 3
addresses:
	.quad	address_case_1, address_case_2
functions:
	.quad	bare_call, plain_call
words:
	.quad	word_case_1 - words, word_case_2 - words
spilled:
	.quad	spilled_case_1, spilled_case_2
	.data
	.p2align 3
variable:
	.quad	0
	.quad	taken
