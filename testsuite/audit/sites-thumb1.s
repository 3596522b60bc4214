# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of Thumb-1, as sites-arm.s.

	.syntax	unified
	.arch	armv6-m
	.thumb

	.macro	function name id=0x12345678
	.p2align 2
	.ifne	\id
	.long	\id
	.endif
	.type	\name, %function
	.thumb_func
\name:
	.endm

	.macro	end name
	.size	\name, . - \name
	.endm

	.macro	check target move=movs expected=r3 found=r2 saved=0
	.if	\saved
	push	{\found, \expected}
	.endif
	movs	\expected, #1
	\move	\found, \target
	bics	\found, \expected
	subs	\found, #4
	ldr	\found, [\found]
	movs	\expected, #0x12
	lsls	\expected, \expected, #8
	adds	\expected, #0x34
	lsls	\expected, \expected, #8
	adds	\expected, #0x56
	lsls	\expected, \expected, #8
	adds	\expected, #0x78
	cmp	\found, \expected
	.if	\saved
	pop	{\found, \expected}
	.endif
	beq	1f
	bkpt	#0
1:
	.endm

	.text

# call checked
	function call_r1
	check	r1
	blx	r1
	bx	lr
	end	call_r1

# call unchecked "a branch leads past its check"
	function passed_by
	cmp	r0, #0
	beq	2f
	check	r1
2:	blx	r1
	bx	lr
	end	passed_by

# call unchecked unknown: the comparison overwrites the register that is called
	function scratch_is_target
	check	r2
	blx	r2
	bx	lr
	end	scratch_is_target

# call unchecked unknown: so it does, before it is copied
	function expected_is_target
	check	r3, movs, r3, r2, 1
	blx	r3
	bx	lr
	end	expected_is_target

# call checked: it is restored
	function scratch_is_saved
	check	r2, movs, r3, r2, 1
	blx	r2
	bx	lr
	end	scratch_is_saved

# call checked
	function call_high
	check	r8, mov
	blx	r8
	bx	lr
	end	call_high

# jump checked
	function saved
	check	r4, movs, r3, r2, 1
	bx	r4
	end	saved

# call unchecked "unknown"
	function bare_call
	ldr	r3, [r0]
	blx	r3
	bx	lr
	end	bare_call

# call unchecked "check not directly before"
	function separated
	check	r1
	nop
	blx	r1
	bx	lr
	end	separated

# call unchecked "check of another register"
	function wrong_register
	check	r1
	blx	r0
	bx	lr
	end	wrong_register

# call excused "known target"
	function known
	ldr	r3, .Lliteral
	blx	r3
	bx	lr
	.p2align 2
.Lliteral:
	.long	bare_call
	end	known

# jump excused "jump table"
	function switched
	add	r0, pc
	ldrb	r0, [r0, #4]
	lsls	r0, r0, #1
	add	pc, r0
	.byte	0
	.byte	1
	movs	r0, #1
	bx	lr
	end	switched

# Before ARMv5 there is no blx: calls go through stubs, of which GCC puts one for
# each register behind the functions, and libgcc has _call_via_rN.

# call checked
	function via_stub
	push	{r4, lr}
	check	r1
	bl	stub_r1
	pop	{r4}
	pop	{r3}
	bx	r3
	end	via_stub

# call checked
	function via_libgcc
	check	r4
	bl	_call_via_r4
	end	via_libgcc

# call unchecked "unknown"
	function via_unchecked
	bl	stub_r1
	end	via_unchecked

# call unchecked "check of another register"
	function via_other
	check	r4
	bl	stub_r1
	end	via_other

# call unchecked "check not directly before"
	function via_separated
	check	r4
	nop
	bl	_call_via_r4
	end	via_separated

# A function whose only instruction is a jump is called directly.
	function calls_jumper
	bl	jumper
	bl	stub_return
	end	calls_jumper

# jump unchecked "unknown"
	function jumper
	bx	r2
	end	jumper

# Returns of ARMv4T, also of functions that drop arguments.
	function returns
	pop	{r1, r3}
	add	sp, #8
	bx	r3
	end	returns

# jump unchecked "unknown"
	function popped_before
	pop	{r3}
	movs	r0, #1
	bx	r3
	end	popped_before

# jump unchecked "unknown"
	function other_popped
	pop	{r2, r3}
	bx	r2
	end	other_popped

# jump excused "thunk"
	function _call_via_r4 0
	bx	r4
	end	_call_via_r4

# jump excused "thunk"
stub_r1:
	bx	r1
stub_return:
	bx	lr

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

	.data
	.p2align 2
	.long	taken
