# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of RISC-V, one in each function: `# call checked' and so on
# above a function say what the auditor must find in it.  The forms of checks
# and preambles are those of doc/abi-targets.md; those of jump tables are GCC's
# and Clang's.  For 64 and 32 bits: WIDE is 1 or 0.

	.macro	function name id=0x12345678
	.p2align 2
	.ifne	\id
	.word	\id
	.endif
	.type	\name, %function
\name:
	.endm

	.macro	end name
	.size	\name, . - \name
	.endm

	.macro	entry trap
	.pushsection .kcfi_traps, "ao", @progbits, .text
	.word	\trap - .
	.popsection
	.endm

# addiw on riscv64
	.macro	add_low reg low
	.if	WIDE
	addiw	\reg, \reg, \low
	.else
	addi	\reg, \reg, \low
	.endif
	.endm

	.macro	check target offset=4 found=t1 expected=t2 listed=1
	lw	\found, -\offset(\target)
	lui	\expected, 0x12345
	add_low	\expected, 0x678
	beq	\found, \expected, .Lpass\@
.Ltrap\@:
	ebreak
	.if	\listed
	entry	.Ltrap\@
	.endif
.Lpass\@:
	.endm

	.text

# call checked
	function call_a5
	check	a5
	jalr	a5
	ret
	end	call_a5

# jump checked
	function tail_a5
	check	a5
	jr	a5
	end	tail_a5

# call checked: other registers, and nothing compressed
	function other_registers
	.option push
	.option norvc
	check	t1, 4, t3, t4
	jalr	t1
	ret
	.option pop
	end	other_registers

# call checked: an id whose low part is negative
	function negative
	lw	t1, -4(a0)
	lui	t2, 0x12346
	add_low	t2, -0x123
	beq	t1, t2, 1f
2:	ebreak
	entry	2b
1:	jalr	a0
	ret
	end	negative

# call checked: an id of 12 bits
	function small
	lw	t1, -4(a0)
	addi	t2, zero, 0x123
	beq	t1, t2, 1f
2:	ebreak
	entry	2b
1:	jalr	a0
	ret
	end	small

# call checked: an id without a low part
	function round
	lw	t1, -4(a0)
	lui	t2, 0x12
	beq	t1, t2, 1f
2:	ebreak
	entry	2b
1:	jalr	a0
	ret
	end	round

# A direct call is none of them.
	function direct
	call	call_a5
	tail	tail_a5
	end	direct

# call unchecked "unknown"
	function bare_call
	lw	a1, 0(a0)
	jalr	a1
	ret
	end	bare_call

# call unchecked "check not directly before"
	function beyond
	check	a5
	jalr	ra, 8(a5)
	ret
	end	beyond

# call unchecked "check of another register"
	function wrong_register
	check	a5
	jalr	a4
	ret
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	a5
	nop
	jalr	a5
	ret
	end	separated

# call checked: its trap is not listed
	function unlisted
	check	a5, 4, t1, t2, 0
	jalr	a5
	ret
	end	unlisted

# No sites, and no checks: BUG_ON of a variable on the stack, as x86_64's in
# int3_selftest of Linux 6.1.
	function bug_on_stack
	lw	a4, -20(s0)
	li	a5, 1
	beq	a4, a5, 1f
	ebreak
1:	ret
	end	bug_on_stack

# call unchecked "a branch leads past its check": into it, so that the id is compared
# with something else
	function into_the_middle
	beqz	a0, 3f
	lw	t1, -4(a5)
3:	lui	t2, 0x12345
	add_low	t2, 0x678
	beq	t1, t2, 1f
2:	ebreak
	entry	2b
1:	jalr	a5
	ret
	end	into_the_middle

# call unchecked "a branch leads past its check"
	function passed_by
	beqz	a0, 2f
	check	a5
2:	jalr	a5
	ret
	end	passed_by

# call unchecked "unknown": behind one of the same register
	function after_bug_of_register
	lw	a4, -20(s0)
	li	a5, 1
	beq	a4, a5, 1f
	ebreak
1:	jalr	s0
	ret
	end	after_bug_of_register

# call unchecked "unknown": the comparison overwrites the register that is called
	function scratch_is_target
	check	t1, 4, t1, t2, 0
	jalr	t1
	ret
	end	scratch_is_target

# call unchecked "unknown": the other one too
	function expected_is_target
	check	t2, 4, t1, t2, 0
	jalr	t2
	ret
	end	expected_is_target

# call unchecked "unknown": behind one
	function after_bug
	lw	a4, -20(s0)
	li	a5, 1
	beq	a4, a5, 1f
	ebreak
1:	jalr	a1
	ret
	end	after_bug

# call unchecked "check not directly before": known by its id, though its call
# and its entry in the table are lost
	function damaged
	check	a5, 4, t1, t2, 0
	nop
	jalr	a5
	ret
	end	damaged

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	jalr	a1
	ret
	end	no_preamble

# call excused "known target"
	function known
	lui	a1, %hi(bare_call)
	addi	a1, a1, %lo(bare_call)
	jalr	a1
	ret
	end	known

# call unchecked "unknown": what stood in memory before
	function exchanged
	lui	a1, %hi(bare_call)
	addi	a1, a1, %lo(bare_call)
	amoswap.w a1, a1, (a0)
	jalr	a1
	ret
	end	exchanged

# call unchecked "unknown"
	function returned
	lui	a0, %hi(bare_call)
	addi	a0, a0, %lo(bare_call)
	call	bare_call
	jalr	a0
	ret
	end	returned

# call unchecked "unknown"
	function joined
	bnez	a1, 1f
	lui	a1, %hi(bare_call)
	addi	a1, a1, %lo(bare_call)
1:	jalr	a1
	ret
	end	joined

# jump excused "jump table"
	function switch_relative
	lla	a4, words
	slli	a0, a0, 2
	add	a0, a0, a4
	lw	a5, 0(a0)
	add	a5, a5, a4
	jr	a5
word_case_1:
	li	a0, 1
word_case_2:
	ret
	end	switch_relative

# jump excused "jump table": an end of the function in its middle
	function switch_behind_end
	lla	s5, late_words
	bnez	a0, 1f
	lw	s5, 0(sp)
	ret
1:	slli	a4, a5, 2
	add	a4, a4, s5
	lw	a4, 0(a4)
	add	a4, a4, s5
	jr	a4
late_case_1:
	li	a0, 1
late_case_2:
	ret
	end	switch_behind_end

# jump excused "jump table"
	function switch_absolute
	lui	a4, %hi(addresses)
	addi	a4, a4, %lo(addresses)
	slli	a0, a0, 2 + WIDE
	add	a0, a0, a4
	.if	WIDE
	ld	a0, 0(a0)
	.else
	lw	a0, 0(a0)
	.endif
	jr	a0
address_case_1:
	li	a0, 1
address_case_2:
	ret
	end	switch_absolute

# jump excused "jump table": the address of the table was on the stack; a like
# case in U-Boot's vsnprintf on aarch64.  The loads and stores have 16 bits.
	function switch_spilled
	lla	a4, spilled_words
	.if	WIDE
	sd	a4, 200(sp)
	lla	a4, bare_call
	ld	a4, 200(sp)
	.else
	sw	a4, 200(sp)
	lla	a4, bare_call
	lw	a4, 200(sp)
	.endif
	slli	a0, a0, 2
	add	a0, a0, a4
	lw	a5, 0(a0)
	add	a5, a4, a5
	jr	a5
spilled_case_1:
	li	a0, 1
spilled_case_2:
	ret
	end	switch_spilled

# jump excused "jump table": at the frame pointer, with 32 bits
	function switch_spilled_frame
	lla	a4, frame_words
	.if	WIDE
	sd	a4, -40(s0)
	lla	a4, bare_call
	ld	a4, -40(s0)
	.else
	sw	a4, -40(s0)
	lla	a4, bare_call
	lw	a4, -40(s0)
	.endif
	slli	a0, a0, 2
	add	a0, a0, a4
	lw	a5, 0(a0)
	add	a5, a5, a4
	jr	a5
frame_case_1:
	li	a0, 1
frame_case_2:
	ret
	end	switch_spilled_frame

# jump unchecked "unknown": something else was stored there
	function switch_overwritten
	lla	a3, over_words
	.if	WIDE
	sd	a3, 200(sp)
	sd	a1, 200(sp)
	ld	a4, 200(sp)
	.else
	sw	a3, 200(sp)
	sw	a1, 200(sp)
	lw	a4, 200(sp)
	.endif
	slli	a0, a0, 2
	add	a0, a0, a4
	lw	a5, 0(a0)
	add	a5, a5, a4
	jr	a5
over_case_1:
	li	a0, 1
over_case_2:
	ret
	end	switch_overwritten

# jump unchecked "unknown"
	function array_of_functions
	lui	a4, %hi(functions)
	addi	a4, a4, %lo(functions)
	slli	a0, a0, 2 + WIDE
	add	a0, a0, a4
	.if	WIDE
	ld	a0, 0(a0)
	.else
	lw	a0, 0(a0)
	.endif
	jr	a0
	end	array_of_functions

# jump excused "thunk"
	.globl	__riscv_save_0
	function __riscv_save_0 0
	jr	t0
	end	__riscv_save_0

# An entry for what is no trap of a check.
	function stray
2:	ebreak
	entry	2b
	ret
	end	stray

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

# Constants of this function, not a preamble of the next.
	function constants
	ret
	.p2align 2
	.word	0x12345678
	end	constants
	.globl	behind_constants
	function behind_constants 0
	ret
	end	behind_constants

# Nor is an instruction.
	.globl	behind_code
	.option push
	.option norvc
	.p2align 2
	addi	a0, zero, 1
	.option pop
	function behind_code 0
	ret
	end	behind_code

	.section .rodata
	.p2align 2
words:	.word	word_case_1 - words
	.word	word_case_2 - words
spilled_words:
	.word	spilled_case_1 - spilled_words
	.word	spilled_case_2 - spilled_words
frame_words:
	.word	frame_case_1 - frame_words
	.word	frame_case_2 - frame_words
over_words:
	.word	over_case_1 - over_words
	.word	over_case_2 - over_words
late_words:
	.word	late_case_1 - late_words
	.word	late_case_2 - late_words
	.section .data.rel.ro, "aw"
	.p2align 3
	.macro	address of
	.if	WIDE
	.dword	\of
	.else
	.word	\of
	.endif
	.endm
addresses:
	address	address_case_1
	address	address_case_2
functions:
	address	bare_call
	address	taken
