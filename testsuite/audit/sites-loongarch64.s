# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of loongarch64, one in each function: `# call checked' and so on
# above a function say what the auditor must find in it.  The forms of checks are
# those of doc/abi-generic.md; those of switches are GCC's and Clang's.

	.macro	function name id=0x12345678
	.p2align 3
	.ifne	\id
	.word	\id
	.endif
	.type	\name, @function
\name:
	.endm

	.macro	end name
	.size	\name, . - \name
	.endm

# MIDDLE: a label behind its first instruction.
	.macro	check target offset=4 found=$t1 expected=$t2 middle=0
	ld.w	\found, \target, -\offset
	.if	\middle
.Lmiddle:
	.endif
	lu12i.w	\expected, 0x12345
	ori	\expected, \expected, 0x678
	beq	\found, \expected, .Lpass\@
	break	0
.Lpass\@:
	.endm

	.text

# call checked
	function plain_call
	check	$t0
	jirl	$ra, $t0, 0
	ret
	end	plain_call

# jump checked
	function tail_call
	check	$t0
	jr	$t0
	end	tail_call

# call checked: an id that is negative
	function negative
	ld.w	$t1, $t0, -4
	lu12i.w	$t2, -0x12345
	ori	$t2, $t2, 0x678
	beq	$t1, $t2, 1f
	break	0
1:
	jirl	$ra, $t0, 0
	ret
	end	negative

# call unchecked "check not directly before"
	function beyond
	check	$t0
	jirl	$ra, $t0, 8
	ret
	end	beyond

# call excused "GOT"
	function got
	pcalau12i	$t0, %got_pc_hi20(outside)
	ld.d	$t0, $t0, %got_pc_lo12(outside)
	jirl	$ra, $t0, 0
	ret
	end	got

# A direct call is none.
	function far_call
	pcaddu18i	$ra, 0
	jirl	$ra, $ra, 8
	ret
	end	far_call

# call unchecked "unknown"
	function bare_call
	jirl	$ra, $t0, 0
	ret
	end	bare_call

# jump unchecked "unknown"
	function bare_jump
	jr	$t0
	end	bare_jump

# call unchecked "check of another register"
	function wrong_register
	check	$t0
	jirl	$ra, $a1, 0
	ret
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	$t0
	nop
	jirl	$ra, $t0, 0
	ret
	end	separated

# call unchecked "a branch leads past its check"
	function passed_by
	bnez	$a0, 2f
	check	$t0
2:
	jirl	$ra, $t0, 0
	ret
	end	passed_by

# call unchecked "a branch leads past its check": the id is compared with something else
	function into_the_middle
	bnez	$a0, .Lmiddle
	check	$t0, middle=1
	jirl	$ra, $t0, 0
	ret
	end	into_the_middle

# call unchecked "unknown": the comparison overwrites the register that is called
	function scratch_is_target
	check	$t1
	jirl	$ra, $t1, 0
	ret
	end	scratch_is_target

# call unchecked "unknown": the other one too
	function expected_is_target
	check	$t2
	jirl	$ra, $t2, 0
	ret
	end	expected_is_target

# call unchecked "unknown": it looks behind the entry
	function behind_the_entry
	check	$t0, -4
	jirl	$ra, $t0, 0
	ret
	end	behind_the_entry

# call unchecked "unknown": the trap is another
	function other_break
	ld.w	$t1, $t0, -4
	lu12i.w	$t2, 0x12345
	ori	$t2, $t2, 0x678
	beq	$t1, $t2, 1f
	break	7
1:
	jirl	$ra, $t0, 0
	ret
	end	other_break

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	jirl	$ra, $t0, 0
	ret
	end	no_preamble

# call excused "known target"
	function known
	pcalau12i	$t0, %pc_hi20(bare_call)
	addi.d	$t0, $t0, %pc_lo12(bare_call)
	jirl	$ra, $t0, 0
	ret
	end	known

# call unchecked "unknown": what the register had before a call
	function returned
	pcalau12i	$t0, %pc_hi20(bare_call)
	addi.d	$t0, $t0, %pc_lo12(bare_call)
	bl	bare_call
	jirl	$ra, $t0, 0
	ret
	end	returned

# call unchecked "unknown": what it has on one of two ways
	function joined
	bnez	$a0, 1f
	pcalau12i	$t0, %pc_hi20(bare_call)
	addi.d	$t0, $t0, %pc_lo12(bare_call)
1:
	jirl	$ra, $t0, 0
	ret
	end	joined

# jump excused "jump table"
	function switch_absolute
	pcalau12i	$t0, %pc_hi20(addresses)
	addi.d	$t0, $t0, %pc_lo12(addresses)
	ldx.d	$t0, $t0, $a0
	jr	$t0
address_case_1:
	ori	$a0, $zero, 1
address_case_2:
	ret
	end	switch_absolute

# jump excused "jump table"
	function switch_relative
	pcalau12i	$t0, %pc_hi20(words)
	addi.d	$t0, $t0, %pc_lo12(words)
	ldx.w	$a0, $a0, $t0
	add.d	$t0, $t0, $a0
	jr	$t0
word_case_1:
	ori	$a0, $zero, 1
word_case_2:
	ret
	end	switch_relative

# jump excused "jump table": GCC adds what it shifts
	function switch_shifted
	pcalau12i	$t0, %pc_hi20(addresses_2)
	addi.d	$t0, $t0, %pc_lo12(addresses_2)
	alsl.d	$a0, $a0, $t0, 3
	ld.d	$t0, $a0, 0
	jr	$t0
shifted_case_1:
	ori	$a0, $zero, 1
shifted_case_2:
	ret
	end	switch_shifted

# jump unchecked "unknown"
	function array_of_functions
	pcalau12i	$t0, %pc_hi20(functions)
	addi.d	$t0, $t0, %pc_lo12(functions)
	ldx.d	$t0, $t0, $a0
	jr	$t0
	end	array_of_functions

	function direct
	bl	bare_call
	ret
	end	direct

	.globl	taken
	function taken 0
	ret
	end	taken

	function typeid_function 0x87654321
	ret
	end	typeid_function

	.globl	typeid_function
	.weak	__kcfi_typeid_typeid_function
	.set	__kcfi_typeid_typeid_function, 0x12345678

	.globl	outside
	function outside
	ret
	end	outside

	.section .rodata, "a", @progbits
	.p2align 3
addresses:
	.dword	address_case_1, address_case_2
functions:
	.dword	bare_call, plain_call
addresses_2:
	.dword	shifted_case_1, shifted_case_2
words:
	.word	word_case_1 - words, word_case_2 - words
	.data
	.p2align 3
	.dword	taken
