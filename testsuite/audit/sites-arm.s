# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of arm, one in each function: `# call checked' and so on above
# a function say what the auditor must find in it.  The forms of checks and
# preambles are those of doc/abi-targets.md; those of jump tables are GCC's and
# Clang's.  For A32 (THUMB is 0) and Thumb-2 (1).

	.syntax	unified
	.arch	armv7-a

	.macro	function name id=0x12345678
	.p2align 2
	.ifne	\id
	.long	\id
	.endif
	.type	\name, %function
	.if	THUMB
	.thumb
	.thumb_func
	.else
	.arm
	.endif
\name:
	.endm

	.macro	end name
	.size	\name, . - \name
	.endm

	.macro	check target number scratch=r12 saved=0 trap=0
	.if	\saved
	push	{\scratch}
	.endif
	bic	\scratch, \target, #1
	ldr	\scratch, [\scratch, #-4]
	eor	\scratch, \scratch, #0x78
	eor	\scratch, \scratch, #0x5600
	eor	\scratch, \scratch, #0x340000
	eors	\scratch, \scratch, #0x12000000
	.if	\saved
	pop	{\scratch}
	.endif
	.if	THUMB
	beq.w	1f
	udf	#(0x80 | \number) ^ \trap
	.else
	beq	1f
	udf	#(0x83e0 | \number) ^ \trap
	.endif
1:
	.endm

	.text

# call checked
	function call_r2
	check	r2, 2
	blx	r2
	bx	lr
	end	call_r2

# call unchecked "a branch leads past its check"
	function passed_by
	cmp	r0, #0
	beq	2f
	check	r2, 2
2:	blx	r2
	bx	lr
	end	passed_by

# call unchecked unknown: the comparison overwrites the register that is called
	function scratch_is_target
	check	r2, 2, r2
	blx	r2
	bx	lr
	end	scratch_is_target

# call checked: it is restored
	function scratch_is_saved
	check	r2, 2, r2, 1
	blx	r2
	bx	lr
	end	scratch_is_saved

# jump checked
	function tail_r3
	check	r3, 3
	bx	r3
	end	tail_r3

# call checked
	function saved
	check	r12, 12, r3, 1
	blx	r12
	bx	lr
	end	saved

# call checked
	function wrong_trap
	check	r2, 2, r12, 0, 1
	blx	r2
	bx	lr
	end	wrong_trap

# call checked: the trap that Linux wants
	function kernel_trap
	bic	r12, r2, #1
	ldr	r12, [r12, #-4]
	eor	r12, r12, #0x78
	eor	r12, r12, #0x5600
	eor	r12, r12, #0x340000
	eors	r12, r12, #0x12000000
	.if	THUMB
	beq.w	1f
	bkpt	#0x82
	nop
	.else
	beq	1f
	bkpt	#0x83e2
	.endif
1:	blx	r2
	bx	lr
	end	kernel_trap

# Returns are no jumps.
	function returns
	push	{r4, lr}
	pop	{r4, pc}
	ldr	pc, [sp], #4
	mov	pc, lr
	end	returns

# call unchecked "unknown"
	function bare_call
	ldr	r3, [r0]
	blx	r3
	bx	lr
	end	bare_call

# jump unchecked "unknown"
	function bare_move
	mov	pc, r3
	end	bare_move

# jump unchecked "unknown"
	function bare_load
	ldr	pc, [r3, #8]
	end	bare_load

# call unchecked "check of another register"
	function wrong_register
	check	r2, 2
	blx	r1
	bx	lr
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	r2, 2
	nop
	blx	r2
	bx	lr
	end	separated

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	blx	r1
	bx	lr
	end	no_preamble

# call excused "known target"
	function known
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	blx	r3
	bx	lr
	end	known

# call unchecked "unknown": what the other function returns
	function returned
	movw	r0, #:lower16:bare_call
	movt	r0, #:upper16:bare_call
	bl	bare_call
	blx	r0
	bx	lr
	end	returned

# call unchecked "unknown"
	function loaded_pair
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	ldrd	r2, r3, [r0]
	blx	r3
	bx	lr
	end	loaded_pair

# call unchecked "unknown"
	function exclusive_pair
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	ldrexd	r2, r3, [r0]
	blx	r3
	bx	lr
	end	exclusive_pair

# call unchecked "unknown"
	function long_product
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	umull	r2, r3, r0, r1
	blx	r3
	bx	lr
	end	long_product

# call unchecked "unknown"
	function from_coprocessor
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	mrc	p15, 0, r3, c13, c0, 3
	blx	r3
	bx	lr
	end	from_coprocessor

# call unchecked "unknown"
	function pair_from_coprocessor
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	mrrc	p15, 0, r2, r3, c14
	blx	r3
	bx	lr
	end	pair_from_coprocessor

# call unchecked "unknown"
	function negated
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	rsbs	r3, r3, #0
	blx	r3
	bx	lr
	end	negated

# call unchecked "unknown"
	function narrowed
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	uxth	r3, r3
	blx	r3
	bx	lr
	end	narrowed

# call unchecked "unknown"
	function reversed
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	rev	r3, r3
	blx	r3
	bx	lr
	end	reversed

# call unchecked "unknown"
	function counted
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	clz	r3, r3
	blx	r3
	bx	lr
	end	counted

# call unchecked "unknown"
	function updated
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	ldm	r3!, {r1, r2}
	blx	r3
	bx	lr
	end	updated

# call excused "known target"
	function known_literal
	ldr	r3, .Lliteral
	blx	r3
	bx	lr
	.p2align 2
.Lliteral:
	.long	bare_call
	end	known_literal

# call unchecked "unknown"
	function joined
	cmp	r3, #0
	bne	1f
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
1:	blx	r3
	bx	lr
	end	joined

# jump excused "jump table"
	function switch_here
	cmp	r0, #1
	bhi	1f
	.if	THUMB
	tbb	[pc, r0]
2:	.byte	(3f - 2b) / 2
	.byte	(1f - 2b) / 2
	.else
	add	pc, pc, r0, lsl #2
	nop
	b	3f
	b	1f
	.endif
3:	mov	r0, #1
1:	bx	lr
	end	switch_here

# jump excused "jump table"
	function switch_absolute
	movw	r1, #:lower16:addresses
	movt	r1, #:upper16:addresses
	ldr	pc, [r1, r0, lsl #2]
.Laddress_case_1:
	mov	r0, #1
.Laddress_case_2:
	bx	lr
	end	switch_absolute

# jump excused "jump table": the address of the table was on the stack; a like
# case in U-Boot's vsnprintf on aarch64
	function switch_spilled
	movw	r1, #:lower16:spilled
	movt	r1, #:upper16:spilled
	str	r1, [sp, #112]
	movw	r1, #:lower16:bare_call
	movt	r1, #:upper16:bare_call
	ldr	r1, [sp, #112]
	ldr	pc, [r1, r0, lsl #2]
.Lspilled_case_1:
	mov	r0, #1
.Lspilled_case_2:
	bx	lr
	end	switch_spilled

# jump excused "jump table": at the frame pointer, and far from it
	function switch_spilled_frame
	movw	r8, #:lower16:framed
	movt	r8, #:upper16:framed
	.if	THUMB
	str.w	r8, [r7, #1024]
	movw	r8, #:lower16:bare_call
	movt	r8, #:upper16:bare_call
	ldr.w	r8, [r7, #1024]
	.else
	str	r8, [fp, #-24]
	movw	r8, #:lower16:bare_call
	movt	r8, #:upper16:bare_call
	ldr	r8, [fp, #-24]
	.endif
	ldr	pc, [r8, r0, lsl #2]
.Lframed_case_1:
	mov	r0, #1
.Lframed_case_2:
	bx	lr
	end	switch_spilled_frame

# jump unchecked "unknown": something else was stored there
	function switch_overwritten
	movw	r1, #:lower16:overwritten
	movt	r1, #:upper16:overwritten
	str	r1, [sp, #112]
	str	r2, [sp, #112]
	ldr	r3, [sp, #112]
	ldr	pc, [r3, r0, lsl #2]
.Lover_case_1:
	mov	r0, #1
.Lover_case_2:
	bx	lr
	end	switch_overwritten

# call unchecked "unknown": what stood on the stack
	function loaded_from_stack
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	ldr	r3, [sp, #4]
	blx	r3
	bx	lr
	end	loaded_from_stack

# call unchecked "unknown": an address on the stack
	function formed_of_stack
	movw	r3, #:lower16:bare_call
	movt	r3, #:upper16:bare_call
	add	r3, sp, #4
	blx	r3
	bx	lr
	end	formed_of_stack

# jump unchecked "unknown"
	function array_of_functions
	movw	r1, #:lower16:functions
	movt	r1, #:upper16:functions
	ldr	pc, [r1, r0, lsl #2]
	end	array_of_functions

	.globl	taken
	function taken 0
	bx	lr
	end	taken

	function typeid_function 0x87654321
	bx	lr
	end	typeid_function
	.globl	typeid_function
	.weak	__kcfi_typeid_typeid_function
	.set	__kcfi_typeid_typeid_function, 0x12345678

# A function of data, such as Linux's BUG is alone; its id is that of no call.
	function behind_bug_preamble 0x4880b14b
	.long	0xe7f001f2
	end	behind_bug_preamble

# Constants of this function, not a preamble of the next.
	function constants
	ldr	r0, .Lconstant
	bx	lr
	.p2align 2
.Lconstant:
	.long	0x12345678
	end	constants
	.globl	behind_constants
	function behind_constants 0
	bx	lr
	end	behind_constants

	.section .data.rel.ro, "aw"
	.p2align 2
spilled:
	.long	.Lspilled_case_1
	.long	.Lspilled_case_2
framed:
	.long	.Lframed_case_1
	.long	.Lframed_case_2
overwritten:
	.long	.Lover_case_1
	.long	.Lover_case_2
addresses:
	.long	.Laddress_case_1
	.long	.Laddress_case_2
functions:
	.long	bare_call
	.long	taken
