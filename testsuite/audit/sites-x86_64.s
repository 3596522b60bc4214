# SPDX-License-Identifier: GPL-3.0-or-later
# One of each kind of indirect call and jump, right and wrong, by hand.  What
# kcfi-audit must say of each stands in the comment before the function.

# A function with the type id 0x12345678 and its preamble.
	.macro	function name
	.balign	16
	.globl	__cfi_\name
	.type	__cfi_\name, @function
__cfi_\name:
	.skip	11, 0x90
	movl	$0x12345678, %eax
	.size	__cfi_\name, . - __cfi_\name
	.globl	\name
	.type	\name, @function
\name:
	.endm

	.macro	end name
	.size	\name, . - \name
	.endm

	.macro	entry trap
	.pushsection .kcfi_traps, "ao", @progbits, .text
	.long	\trap - .
	.popsection
	.endm

# The check of TARGET, which looks at -OFFSET.
	.macro	check target offset=4 listed=1
	movl	$-0x12345678, %r10d
	addl	-\offset(\target), %r10d
	je	.Lpass\@
.Ltrap\@:
	ud2
	.if	\listed
	entry	.Ltrap\@
	.endif
.Lpass\@:
	.endm

	.text

# call checked
	function call_rax
	check	%rax
	call	*%rax
	ret
	end	call_rax

# jump checked: a longer instruction for r12
	function jump_r12
	check	%r12
	jmp	*%r12
	end	jump_r12

# call checked: another scratch register
	function other_scratch
	movl	$-0x12345678, %r11d
	addl	-4(%r10), %r11d
	je	1f
2:	ud2
	entry	2b
1:	call	*%r10
	ret
	end	other_scratch

# call checked: without a scratch register
	function compare
	cmpl	$0x12345678, -4(%rcx)
	je	1f
2:	ud2
	entry	2b
1:	call	*%rcx
	ret
	end	compare

# call checked: a register is saved around the comparison
	function saved_scratch
	pushq	%rcx
	movl	$-0x12345678, %ecx
	addl	-4(%r11), %ecx
	popq	%rcx
	je	1f
2:	ud2
	entry	2b
1:	call	*%r11
	ret
	end	saved_scratch

# call unchecked unknown: another register is restored than was loaded
	function saved_wrongly
	pushq	%rcx
	movl	$-0x12345678, %ecx
	addl	-4(%r11), %ecx
	popq	%rdx
	je	1f
2:	ud2
1:	call	*%r11
	ret
	end	saved_wrongly

# call checked, in the form that FineIBT rewrites
	function fineibt
	check	%r11 15
	cs
	call	__x86_indirect_thunk_r11
	ret
	end	fineibt

# jump checked: through a thunk
	function thunk_jump
	check	%r11
	jmp	__x86_indirect_thunk_r11
	end	thunk_jump

# call unchecked unknown
	function bare_call
	call	*%rax
	ret
	end	bare_call

# call unchecked "through memory: asm statement, or exempt"
	function bare_memory
	call	*8(%rax)
	ret
	end	bare_memory

# call unchecked unknown
	function bare_thunk
	call	__x86_indirect_thunk_r11
	ret
	end	bare_thunk

# call unchecked "function without preamble"
	.balign	16
	.globl	assembler
	.type	assembler, @function
assembler:
	call	*%rax
	ret
	end	assembler

# call unchecked "check not directly before", and the check is separated
	function separated
	check	%rax
	nop
	call	*%rax
	ret
	end	separated

# call unchecked "check of another register", and the check is separated
	function wrong_register
	check	%rax
	call	*%rcx
	ret
	end	wrong_register

# jump unchecked unknown: the check is right, but control comes in behind it
# only by falling through; a conditional jump to a thunk has no check
	function conditional
	je	__x86_indirect_thunk_r11
	ret
	end	conditional

# jump excused "jump table"
	function switch_absolute
	jmp	*absolute_table(, %rax, 8)
.Lcase0:
	ret
.Lcase1:
	nop
	ret
	end	switch_absolute

# jump excused "jump table"
	function switch_relative
	lea	relative_table(%rip), %rdx
	movslq	(%rdx, %rax, 4), %rax
	add	%rdx, %rax
	jmp	*%rax
.Lcase2:
	ret
.Lcase3:
	nop
	ret
	end	switch_relative

# jump excused "jump table"
	function switch_register
	movq	register_table(, %rax, 8), %rax
	jmp	*%rax
.Lcase4:
	ret
.Lcase5:
	nop
	ret
	end	switch_register

# jump excused "jump table": the address of the table was on the stack; a like
# case in U-Boot's vsnprintf on aarch64
	function switch_spilled
	lea	spilled_table(%rip), %rdx
	mov	%rdx, 24(%rsp)
	lea	call_rax(%rip), %rdx
	mov	24(%rsp), %rdx
	movslq	(%rdx, %rax, 4), %rax
	add	%rdx, %rax
	jmp	*%rax
.Lcase6:
	ret
.Lcase7:
	nop
	ret
	end	switch_spilled

# jump excused "jump table": it is added from there
	function switch_spilled_addend
	lea	addend_table(%rip), %rdx
	mov	%rdx, -24(%rbp)
	movslq	(%rdx, %rax, 4), %rax
	lea	call_rax(%rip), %rdx
	add	-24(%rbp), %rax
	jmp	*%rax
.Lcase8:
	ret
.Lcase9:
	nop
	ret
	end	switch_spilled_addend

# jump unchecked unknown: something else was stored there
	function switch_overwritten
	lea	overwritten_table(%rip), %rcx
	mov	%rcx, 24(%rsp)
	movq	$0, 24(%rsp)
	mov	24(%rsp), %rdx
	movslq	(%rdx, %rax, 4), %rax
	add	%rdx, %rax
	jmp	*%rax
.Lcase10:
	ret
.Lcase11:
	nop
	ret
	end	switch_overwritten

# jump unchecked unknown
	function spilled_array_of_functions
	lea	functions(%rip), %rdx
	mov	%rdx, 24(%rsp)
	mov	24(%rsp), %rdx
	mov	(%rdx, %rax, 8), %rax
	jmp	*%rax
	end	spilled_array_of_functions

# call unchecked unknown: on the stack an address is not believed
	function spilled_known_target
	lea	call_rax(%rip), %rax
	mov	%rax, 24(%rsp)
	mov	24(%rsp), %rax
	call	*%rax
	ret
	end	spilled_known_target

# jump unchecked "through memory: asm statement, or exempt": looks like a switch, but is an array of functions
	function array_of_functions
	jmp	*functions(, %rax, 8)
	end	array_of_functions

# call excused "known target"
	function known_target
	lea	call_rax(%rip), %rax
	call	*%rax
	ret
	end	known_target

# call unchecked unknown: the address is known on one of two ways only
	function joined
	movq	(%rdi), %rax
	testq	%rax, %rax
	jne	1f
	lea	call_rax(%rip), %rax
1:	call	*%rax
	ret
	end	joined

# call unchecked unknown: what the loop calls next comes from memory
	function loop
	lea	call_rax(%rip), %rbx
1:	call	*%rbx
	movq	(%rbp), %rbx
	jmp	1b
	end	loop

# call unchecked unknown: the known address is on the other way
	function behind_jump
	lea	call_rax(%rip), %rax
	jmp	2f
	call	*%rax
2:	ret
	end	behind_jump

# call unchecked unknown: what the other function returns; %eax is the number of
# vector registers for a function without prototype
	function returned
	movl	$0, %eax
	call	call_rax
	call	*%rax
	ret
	end	returned

# call unchecked unknown: what stood in memory before
	function exchanged
	lea	call_rax(%rip), %rax
	xchgq	%rax, pointers(%rip)
	call	*%rax
	ret
	end	exchanged

# call unchecked unknown: a product, and a part of a register
	function multiplied
	lea	call_rax(%rip), %rdx
	mulq	%rcx
	call	*%rdx
	ret
	end	multiplied

# call unchecked unknown
	function part_of_register
	lea	call_rax(%rip), %rax
	movb	%cl, %al
	call	*%rax
	ret
	end	part_of_register

# call excused "known target": a call does not change %rbx, and far apart is as
# good as near
	function far_known_target
	lea	call_rax(%rip), %rbx
	.rept	20
	incl	(%rsp)
	.endr
	call	call_rax
	movq	%rbx, %rax
	call	*%rax
	ret
	end	far_known_target

# Direct calls of -mcmodel=large; GRUB for EFI has them behind labels.

# call excused "known target": formed in front of a loop
	function large_loop
	movabs	$only_called, %r15
	jmp	2f
1:	call	*%r15
2:	testl	%edi, %edi
	jne	1b
	ret
	end	large_loop

# call excused "known target": formed on both ways, and for a loop in a loop
	function large_joined
	testl	%edi, %edi
	jne	1f
	movabs	$only_called, %r12
	jmp	2f
1:	movabs	$only_called, %r12
2:	testl	%esi, %esi
	jne	2b
3:	call	*%r12
	testl	%eax, %eax
	jne	2b
	ret
	end	large_joined

# call unchecked unknown: another one on the second way
	function large_differing
	testl	%edi, %edi
	movabs	$jump_r12, %r12
	je	1f
	movabs	$call_rax, %r12
1:	call	*%r12
	ret
	end	large_differing

# call unchecked unknown: a pointer on the second way
	function large_pointer
	movabs	$call_rax, %r12
	testq	%rdi, %rdi
	je	1f
	movq	%rdi, %r12
1:	call	*%r12
	ret
	end	large_pointer

# call unchecked unknown: a pointer from the second time on
	function large_loop_pointer
	movabs	$call_rax, %r12
1:	call	*%r12
	movq	(%rbx), %r12
	testl	%eax, %eax
	jne	1b
	ret
	end	large_loop_pointer

# call unchecked unknown: from a loop in a loop
	function large_inner_pointer
	movabs	$call_rax, %r12
1:	testl	%eax, %eax
	jne	3f
2:	call	*%r12
	jmp	1b
3:	testl	%ecx, %ecx
	je	2b
	movq	(%rbx), %r12
	jmp	2b
	end	large_inner_pointer

# call unchecked unknown: the cases of a switch lead to the label as well
# jump excused "jump table"
	function large_switch
	movabs	$call_rax, %r12
	testl	%edi, %edi
	jne	.Llarge_case0
	movq	(%rbx), %r12
	jmp	*large_table(, %rax, 8)
.Llarge_case0:
	call	*%r12
.Llarge_case1:
	ret
	end	large_switch

# call excused "known target": only called, but handed over in another place
	function large_handed
	movabs	$handed_over, %rdi
	movabs	$only_called, %rax
	call	*%rax
	movabs	$handed_over, %rax
	call	*%rax
	movabs	$returned_address, %rax
	ret
	end	large_handed

	.balign	16
	.type	only_called, @function
only_called:
	ret
	.size	only_called, . - only_called
	.balign	16
	.type	handed_over, @function
handed_over:
	ret
	.size	handed_over, . - handed_over
	.balign	16
	.type	returned_address, @function
returned_address:
	ret
	.size	returned_address, . - returned_address

# call unchecked "through memory: asm statement, or exempt"
	function via_stack
	push	%rax
	call	__x86_indirect_thunk
	ret
	end	via_stack

	.globl	__x86_indirect_thunk
	.type	__x86_indirect_thunk, @function
__x86_indirect_thunk:
	ret
	.size	__x86_indirect_thunk, . - __x86_indirect_thunk

# jump excused thunk
	.type	__x86_indirect_thunk_r11, @function
__x86_indirect_thunk_r11:
	jmp	*%r11
	end	__x86_indirect_thunk_r11

# jump excused thunk: Linux's are labels, and those of early code have a prefix.
	.balign	32
__x86_indirect_its_thunk_rax:
	jmp	*%rax

# jump excused thunk
	.balign	32
__pi___x86_indirect_thunk_rcx:
	jmp	*%rcx

# call unchecked unknown: through that thunk
	function early_call
	movq	pointers(%rip), %rcx
	call	__pi___x86_indirect_thunk_rcx
	ret
	end	early_call

# call checked, but the trap is not in the table
	function unlisted
	check	%rax listed=0
	call	*%rax
	ret
	end	unlisted

# no site, but its ud2 is in the table
	function stray
9:	ud2
	entry	9b
	end	stray

# No sites, and no checks: conditions with an ud2 behind, as Linux's BUG_ON; of
# eight bytes, and far in front of what the register points to.
	function bug_of_eight
	cmpq	$0, -0x20(%rax)
	je	1f
	ud2
1:	ret
	end	bug_of_eight

	function bug_far
	cmpl	$0, -0x7e5ec960(%rax)
	je	1f
	ud2
1:	ret
	end	bug_far

# Of a variable on the stack, from int3_selftest of Linux 6.1: nothing has that id.
	function bug_on_stack
	cmpl	$1, -4(%rbp)
	je	1f
	ud2
1:	ret
	end	bug_on_stack

# call unchecked unknown: behind one
	function after_bug
	cmpl	$1, -4(%rbp)
	je	1f
	ud2
1:	call	*%rax
	ret
	end	after_bug

# call unchecked unknown: behind one of the same register; nothing has that id, and
# the table has not its trap
	function after_bug_of_register
	cmpl	$1, -4(%rcx)
	je	1f
	ud2
1:	call	*%rcx
	ret
	end	after_bug_of_register

# call unchecked unknown: the comparison overwrites the register that is called
	function scratch_is_target
	movl	$-0x12345678, %eax
	addl	-4(%rax), %eax
	je	1f
	ud2
1:	call	*%rax
	ret
	end	scratch_is_target

# call unchecked unknown: the word behind the start of the function
	function wrong_side
	cmpl	$0x12345678, 4(%rcx)
	je	1f
	ud2
1:	call	*%rcx
	ret
	end	wrong_side

# call unchecked "a branch leads past its check": two checks share it
	function shared
	testq	%rdi, %rdi
	jne	3f
	movl	$-0x12345678, %r10d
	addl	-4(%rax), %r10d
	je	1f
	ud2
3:	movl	$-0x12345678, %r10d
	addl	-4(%rax), %r10d
	je	1f
2:	ud2
	entry	2b
1:	call	*%rax
	ret
	end	shared

# call unchecked "a branch leads past its check": into it, from behind
	function entered
	movl	$-0x12345678, %r10d
1:	addl	-4(%rax), %r10d
	je	3f
2:	ud2
	entry	2b
3:	call	*%rax
	jmp	1b
	end	entered

# jump checked: a branch to the start of the check
	function looped
1:	movl	$-0x12345678, %r10d
	addl	-4(%rax), %r10d
	je	3f
2:	ud2
	entry	2b
3:	jmp	*%rax
	jmp	1b
	end	looped

# call unchecked "check not directly before": known by its id, though its call
# and its entry in the table are lost
	function damaged
	cmpl	$0x12345678, -4(%rcx)
	je	1f
	ud2
1:	nop
	call	*%rcx
	ret
	end	damaged

# No preamble, and its address is in the data.
	.balign	16
	.type	taken, @function
taken:
	ret
	end	taken

# What Linux replaces when it starts: PLACE, LENGTH bytes.  The entries are
# those of 6.12; of 6.1 with --defsym old=1.
	.macro	alternative place length
	.pushsection .altinstructions, "a", @progbits
	.long	\place - ., replacement - .
	.ifdef	old
	.word	0
	.else
	.long	0
	.endif
	.byte	\length, 0
	.popsection
	.endm

# call unchecked "patched when the kernel starts"
	function operation
1:	call	*pointers(%rip)
	alternative 1b 6
	ret
	end	operation

# call unchecked "patched when the kernel starts": as 6.1 lists them
	function paravirt
1:	call	*pointers(%rip)
	.pushsection .parainstructions, "a", @progbits
	.balign	8
	.quad	1b
	.byte	0, 6
	.popsection
	ret
	end	paravirt

# call unchecked "through memory: asm statement, or exempt": after what Linux
# replaces
	function behind_operation
1:	nop
	alternative 1b 1
	call	*pointers(%rip)
	ret
	end	behind_operation

# call unchecked "outside functions"
	.balign	16
label:
	call	*%rbx
	ret

# check=not-taken: the trap is the last byte of a test.
	.macro	inside target listed=1 byte=0xd6
	movl	$-0x12345678, %r10d
	addl	-4(\target), %r10d
	jne	.Ltrap\@
	.byte	0xa8
.Ltrap\@:
	.byte	\byte
	.if	\listed
	entry	.Ltrap\@
	.endif
	.endm

# call checked: the jump is not taken
	function not_taken
	inside	%rax
	call	*%rax
	ret
	end	not_taken

# jump checked: the same, through r12
	function not_taken_jump
	inside	%r12
	jmp	*%r12
	end	not_taken_jump

# call checked: its trap is not in the table
	function not_taken_unlisted
	inside	%rax 0
	call	*%rax
	ret
	end	not_taken_unlisted

# call unchecked unknown: a byte that does not trap
	function not_taken_harmless
	inside	%rax 0 0xd4
	call	*%rax
	ret
	end	not_taken_harmless

# call unchecked unknown: a failed comparison goes on to the call
	function not_taken_beyond
	movl	$-0x12345678, %r10d
	addl	-4(%rax), %r10d
	jne	1f
	testb	$0xd6, %al
1:	call	*%rax
	ret
	end	not_taken_beyond

# call unchecked unknown: a right comparison traps
	function not_taken_inverted
	movl	$-0x12345678, %r10d
	addl	-4(%rax), %r10d
	.byte	0x74, 1, 0xa8, 0xd6
	call	*%rax
	ret
	end	not_taken_inverted

# call unchecked "check of another register", and the check is separated
	function not_taken_other
	inside	%rax
	call	*%rbx
	ret
	end	not_taken_other

	.section .altinstr_replacement, "ax", @progbits
# jump unchecked "patched when the kernel starts"
replacement:
	jmp	*%rax

	.data
	.balign	8
	.quad	taken
pointers:
	.quad	0

	.section .rodata, "a", @progbits
	.balign	8
absolute_table:
	.quad	.Lcase0, .Lcase1
register_table:
	.quad	.Lcase4, .Lcase5
functions:
	.quad	call_rax, jump_r12
large_table:
	.quad	.Llarge_case0, .Llarge_case1
relative_table:
	.long	.Lcase2 - relative_table, .Lcase3 - relative_table
spilled_table:
	.long	.Lcase6 - spilled_table, .Lcase7 - spilled_table
addend_table:
	.long	.Lcase8 - addend_table, .Lcase9 - addend_table
overwritten_table:
	.long	.Lcase10 - overwritten_table, .Lcase11 - overwritten_table

# A type id that is not the function's.
	.weak	__kcfi_typeid_call_rax
	.set	__kcfi_typeid_call_rax, 0x87654321
	.weak	__kcfi_typeid_jump_r12
	.set	__kcfi_typeid_jump_r12, 0x12345678

	.section .note.GNU-stack, "", @progbits
