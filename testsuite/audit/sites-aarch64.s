# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of aarch64, one in each function: `# call checked' and so on
# above a function say what the auditor must find in it.  The forms of checks
# and preambles are those of doc/abi-targets.md; those of jump tables are GCC's
# and Clang's.

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

	.macro	check target offset=4 found=16 expected=17 trap=0x8000
	ldur	w\found, [x\target, #-\offset]
	movk	w\expected, #0x5678
	movk	w\expected, #0x1234, lsl #16
	cmp	w\found, w\expected
	b.eq	1f
	brk	#(\trap | \expected << 5 | \target)
1:
	.endm

	.macro	check_before target offset=4
	ldur	w16, [x\target, #-\offset]
	movk	w17, #0x5678
	movk	w17, #0x1234, lsl #16
	cmp	w16, w17
	.endm

	.text

# call checked: its trap stands behind the function
	function trap_behind
	check_before 3
	b.ne	2f
1:	blr	x3
	ret
2:	brk	#(0x8000 | 17 << 5 | 3)
	b	1b
	end	trap_behind

# jump checked: so does this one's, in front of another
# jump checked
	function traps_behind
	cbz	x4, 5f
	check_before 3
	b.ne	3f
1:	br	x3
5:	check_before 4
	b.ne	4f
2:	br	x4
3:	brk	#(0x8000 | 17 << 5 | 3)
	b	1b
4:	brk	#(0x8000 | 17 << 5 | 4)
	b	2b
	end	traps_behind

# call unchecked "unknown": the branch behind the trap does not lead to the call
	function trap_elsewhere
	check_before 3
	b.ne	2f
1:	blr	x3
	ret
2:	brk	#(0x8000 | 17 << 5 | 3)
	b	trap_elsewhere
	end	trap_elsewhere

# call unchecked "a branch leads past its check"
	function passed_by_behind
	cbz	x0, 1f
	check_before 3
	b.ne	2f
1:	blr	x3
	ret
2:	brk	#(0x8000 | 17 << 5 | 3)
	b	1b
	end	passed_by_behind

# call unchecked "a branch leads past its check": into it, so that the id is compared
# with something else
	function into_the_middle
	cbz	x0, 2f
	ldur	w16, [x1, #-4]
2:	movk	w17, #0x5678
	movk	w17, #0x1234, lsl #16
	cmp	w16, w17
	b.eq	1f
	brk	#(0x8000 | 17 << 5 | 1)
1:	blr	x1
	ret
	end	into_the_middle

# call unchecked "a branch leads past its check"
	function passed_by
	cbz	x0, 2f
	check	9
2:	blr	x9
	ret
	end	passed_by

# call unchecked unknown: the comparison overwrites the register that is called
	function scratch_is_target
	check	16, 4, 16, 17
	blr	x16
	ret
	end	scratch_is_target

# call unchecked unknown: the other one too
	function expected_is_target
	check	17, 4, 16, 17
	blr	x17
	ret
	end	expected_is_target

# call checked
	function call_x8
	check	8
	blr	x8
	ret
	end	call_x8

# jump checked
	function tail_x1
	check	1
	br	x1
	end	tail_x1

# jump checked
	function tail_bti
	check	16 4 9
	br	x16
	end	tail_bti

# call checked
	function call_thunk
	check	3
	bl	__llvm_slsblr_thunk_x3
	ret
	end	call_thunk

# call checked
	function wrong_trap
	check	8 4 16 17 0x8001
	blr	x8
	ret
	end	wrong_trap

# call unchecked "unknown"
	function bare_call
	ldr	x1, [x0]
	blr	x1
	ret
	end	bare_call

# call unchecked "unknown"
	function call_zero
	blr	xzr
	ret
	end	call_zero

# call unchecked "check of another register"
	function wrong_register
	check	8
	blr	x2
	ret
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	8
	nop
	blr	x8
	ret
	end	separated

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	blr	x1
	ret
	end	no_preamble

# call excused "known target"
	function known
	adrp	x1, bare_call
	add	x1, x1, :lo12:bare_call
	blr	x1
	ret
	end	known

# call excused "known target"
	function known_literal
	ldr	x1, 1f
	blr	x1
	ret
	.p2align 3
1:	.xword	bare_call
	end	known_literal

# call unchecked "unknown"
	function joined
	ldr	x1, [x0]
	cbnz	x1, 1f
	adrp	x1, bare_call
	add	x1, x1, :lo12:bare_call
1:	blr	x1
	ret
	end	joined

# call unchecked "unknown": what stood in memory before
	function exchanged
	adrp	x1, bare_call
	add	x1, x1, :lo12:bare_call
	.arch_extension lse
	swp	x1, x1, [x0]
	blr	x1
	ret
	end	exchanged

# call unchecked "unknown"
	function compared_and_exchanged
	adrp	x1, bare_call
	add	x1, x1, :lo12:bare_call
	cas	x1, x2, [x0]
	blr	x1
	ret
	end	compared_and_exchanged

# call unchecked "unknown"
	function exchanged_pair
	adrp	x2, bare_call
	add	x2, x2, :lo12:bare_call
	mov	x3, x2
	casp	x2, x3, x4, x5, [x0]
	blr	x3
	ret
	end	exchanged_pair

# call unchecked "unknown"
	function exclusive_pair
	adrp	x2, bare_call
	add	x2, x2, :lo12:bare_call
	ldxp	x1, x2, [x0]
	blr	x2
	ret
	end	exclusive_pair

# call unchecked "unknown"
	function returned
	adrp	x0, bare_call
	add	x0, x0, :lo12:bare_call
	bl	bare_call
	blr	x0
	ret
	end	returned

# call excused "GOT"
	function got
	adrp	x1, :got:call_x8_elsewhere
	ldr	x1, [x1, :got_lo12:call_x8_elsewhere]
	blr	x1
	ret
	end	got

# jump excused "jump table"
	function switch_bytes
	cmp	w0, #2
	b.hi	3f
	adrp	x1, bytes
	add	x1, x1, :lo12:bytes
	ldrb	w1, [x1, w0, uxtw]
	adr	x2, byte_case_1
	add	x1, x2, w1, sxtb #2
	br	x1
byte_case_1:
	mov	w0, #1
byte_case_2:
	mov	w0, #2
3:	ret
	end	switch_bytes

# jump excused "jump table"
	function switch_words
	adrp	x9, words
	add	x9, x9, :lo12:words
	ldrsw	x10, [x9, x8, lsl #2]
	add	x9, x9, x10
	br	x9
word_case_1:
	mov	w0, #1
word_case_2:
	ret
	end	switch_words

# jump excused "jump table"
	function switch_behind_end
	adrp	x20, late_words
	add	x20, x20, :lo12:late_words
	cbnz	x0, 1f
	ldr	x20, [sp], #16
	ret
1:	ldrsw	x10, [x20, x8, lsl #2]
	add	x10, x20, x10
	br	x10
late_case_1:
	mov	w0, #1
late_case_2:
	ret
	end	switch_behind_end

# jump excused "jump table": the address of the table was on the stack, from
# U-Boot's vsnprintf
	function switch_spilled
	adrp	x0, halves
	add	x0, x0, :lo12:halves
	str	x0, [sp, #112]
	mov	x0, #0
1:	ldr	x2, [sp, #112]
	ldrh	w1, [x2, w1, uxtw #1]
	adr	x2, half_case_1
	add	x1, x2, w1, sxth #2
	br	x1
half_case_1:
	b	1b
half_case_2:
	ret
	end	switch_spilled

# jump excused "jump table": one of a pair, at the frame pointer
	function switch_spilled_pair
	adrp	x9, pair_words
	add	x9, x9, :lo12:pair_words
	stp	x8, x9, [x29, #-32]
	adrp	x9, bare_call
	ldur	x9, [x29, #-24]
	ldrsw	x10, [x9, x8, lsl #2]
	add	x9, x9, x10
	br	x9
pair_case_1:
	mov	w0, #1
pair_case_2:
	ret
	end	switch_spilled_pair

# jump unchecked "unknown": something else was stored there
	function switch_overwritten
	adrp	x9, over_words
	add	x9, x9, :lo12:over_words
	str	x9, [sp, #8]
	str	x3, [sp, #8]
	adrp	x9, bare_call
	ldr	x9, [sp, #8]
	ldrsw	x10, [x9, x8, lsl #2]
	add	x9, x9, x10
	br	x9
over_case_1:
	mov	w0, #1
over_case_2:
	ret
	end	switch_overwritten

# jump unchecked "unknown"
	function spilled_array_of_functions
	adrp	x9, functions
	add	x9, x9, :lo12:functions
	str	x9, [sp, #8]
	ldr	x9, [sp, #8]
	ldr	x9, [x9, x8, lsl #3]
	br	x9
	end	spilled_array_of_functions

# call unchecked "unknown": on the stack an address is not believed
	function spilled_known
	adrp	x1, bare_call
	add	x1, x1, :lo12:bare_call
	str	x1, [sp, #8]
	ldr	x1, [sp, #8]
	blr	x1
	ret
	end	spilled_known

# jump unchecked "unknown"
	function array_of_functions
	adrp	x9, functions
	add	x9, x9, :lo12:functions
	ldr	x9, [x9, x8, lsl #3]
	br	x9
	end	array_of_functions

# A trap that no check ends with.
	function stray
	brk	#0x8228
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
	ldr	w0, 1f
	ret
1:	.word	0x12345678
	end	constants
	.globl	behind_constants
	function behind_constants 0
	ret
	end	behind_constants

# A preamble although code that is no function's stands before it, as Linux puts
# the replacements of instructions there; with an id that no call has.
	msr	daifclr, #2
	function behind_replacement 0x4880b14b
	ret
	end	behind_replacement

# Two words of data are none.
	ret
	.p2align 2
	.word	0x4880b14b
	.word	0x4880b14b
	.globl	behind_two_words
	function behind_two_words 0
	ret
	end	behind_two_words

# The address in the table is that of the label, such as a linker script sets.
	.globl	label_here
label_here:
	.globl	behind_label
	function behind_label 0
	ret
	end	behind_label

# Nor is an instruction that has bits of no known id.
	.globl	behind_code
	movz	w0, #1
	function behind_code 0
	ret
	end	behind_code

# jump excused "thunk"
	.globl	__llvm_slsblr_thunk_x3
	function __llvm_slsblr_thunk_x3 0
	mov	x16, x3
	br	x16
	end	__llvm_slsblr_thunk_x3

	.globl	call_x8_elsewhere
	function call_x8_elsewhere
	ret
	end	call_x8_elsewhere

	.section .rodata
bytes:	.byte	(byte_case_1 - byte_case_1) / 4
	.byte	(byte_case_2 - byte_case_1) / 4
	.p2align 1
halves:	.hword	(half_case_1 - half_case_1) / 4
	.hword	(half_case_2 - half_case_1) / 4
	.p2align 2
pair_words:
	.word	pair_case_1 - pair_words
	.word	pair_case_2 - pair_words
over_words:
	.word	over_case_1 - over_words
	.word	over_case_2 - over_words
late_words:
	.word	late_case_1 - late_words
	.word	late_case_2 - late_words
words:	.word	word_case_1 - words
	.word	word_case_2 - words
	.section .data.rel.ro, "aw"
	.p2align 3
functions:
	.xword	bare_call
	.xword	taken
	.xword	label_here
