# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of mips64, one in each function: `# call checked' and so on
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

	.option	pic0
	.set	noreorder
	.set	noat
	.set	nomacro

# MIDDLE: a label behind its first instruction.
	.macro	check target offset=4 found=$2 expected=$1 middle=0
	lw	\found, -\offset(\target)
	.if	\middle
.Lmiddle:
	.endif
	lui	\expected, 0x1234
	ori	\expected, \expected, 0x5678
	tne	\found, \expected
	.endm

	.text

# call checked
	function plain_call
	check	$25
	jalr	$25
	nop
	jr	$31
	nop
	end	plain_call

# jump checked
	function tail_call
	check	$25
	jr	$25
	nop
	end	tail_call

# call checked: with other registers, and something in the delay slot
	function other_scratch
	check	$3, 4, $8, $9
	jalr	$3
	move	$4, $5
	end	other_scratch

# call excused "GOT"
	function got
	ld	$25, %call16(outside)($28)
	jalr	$25
	nop
	jr	$31
	nop
	end	got

# call unchecked "a branch leads past its check"
	function likely
	bnel	$4, $5, 1f
	nop
	check	$25
1:
	jalr	$25
	nop
	end	likely

# call unchecked "unknown"
	function bare_call
	jalr	$25
	nop
	jr	$31
	nop
	end	bare_call

# jump unchecked "unknown"
	function bare_jump
	jr	$25
	nop
	end	bare_jump

# call unchecked "check of another register"
	function wrong_register
	check	$25
	jalr	$3
	nop
	jr	$31
	nop
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	$25
	nop
	jalr	$25
	nop
	jr	$31
	nop
	end	separated

# call unchecked "a branch leads past its check"
	function passed_by
	bne	$4, $5, 2f
	nop
	check	$25
2:
	jalr	$25
	nop
	jr	$31
	nop
	end	passed_by

# call unchecked "a branch leads past its check": the id is compared with something else
	function into_the_middle
	bne	$4, $5, .Lmiddle
	nop
	check	$25, middle=1
	jalr	$25
	nop
	jr	$31
	nop
	end	into_the_middle

# call unchecked "unknown": the comparison overwrites the register that is called
	function scratch_is_target
	check	$25, 4, $25
	jalr	$25
	nop
	end	scratch_is_target

# call unchecked "unknown": the other one too
	function expected_is_target
	check	$1
	jalr	$1
	nop
	end	expected_is_target

# call unchecked "unknown": it looks behind the entry
	function behind_the_entry
	check	$25, -4
	jalr	$25
	nop
	end	behind_the_entry

# call unchecked "unknown": it traps if the id is right
	function other_condition
	lw	$2, -4($25)
	lui	$1, 0x1234
	ori	$1, $1, 0x5678
	teq	$2, $1
	jalr	$25
	nop
	end	other_condition

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	jalr	$25
	nop
	jr	$31
	nop
	end	no_preamble

# call excused "known target"
	function known
	lui	$25, %hi(bare_call)
	daddiu	$25, $25, %lo(bare_call)
	jalr	$25
	nop
	jr	$31
	nop
	end	known

# call unchecked "unknown": what the register had before a call
	function returned
	lui	$25, %hi(bare_call)
	daddiu	$25, $25, %lo(bare_call)
	jal	bare_call
	nop
	jalr	$25
	nop
	jr	$31
	nop
	end	returned

# call unchecked "unknown": what it has on one of two ways
	function joined
	bne	$4, $5, 1f
	nop
	lui	$25, %hi(bare_call)
	daddiu	$25, $25, %lo(bare_call)
1:
	jalr	$25
	nop
	jr	$31
	nop
	end	joined

# jump excused "jump table"
	function switch_absolute
	lui	$2, %hi(addresses)
	daddiu	$2, $2, %lo(addresses)
	daddu	$2, $2, $4
	ld	$2, 0($2)
	jr	$2
	nop
address_case_1:
	li	$2, 1
address_case_2:
	jr	$31
	nop
	end	switch_absolute

# jump excused "jump table": entries are relative to what finds the GOT
	function switch_got
	ld	$2, %got_page(words)($28)
	daddiu	$2, $2, %got_ofst(words)
	daddu	$2, $2, $4
	ld	$2, 0($2)
	daddu	$2, $2, $28
	jr	$2
	nop
word_case_1:
	li	$2, 1
word_case_2:
	jr	$31
	nop
	end	switch_got

# jump unchecked "unknown"
	function array_of_functions
	lui	$2, %hi(functions)
	daddiu	$2, $2, %lo(functions)
	daddu	$2, $2, $4
	ld	$2, 0($2)
	jr	$2
	nop
	end	array_of_functions

	function direct
	jal	bare_call
	nop
	jr	$31
	nop
	end	direct

	.globl	taken
	function taken 0
	jr	$31
	nop
	end	taken

	function typeid_function 0x87654321
	jr	$31
	nop
	end	typeid_function

	.globl	typeid_function
	.weak	__kcfi_typeid_typeid_function
	.set	__kcfi_typeid_typeid_function, 0x12345678

	.globl	outside
	function outside
	jr	$31
	nop
	end	outside

	.section .rodata, "a", @progbits
	.p2align 3
addresses:
	.8byte	address_case_1, address_case_2
functions:
	.8byte	bare_call, plain_call
words:
	.gpdword	word_case_1
	.gpdword	word_case_2
	.data
	.p2align 3
	.8byte	taken
