# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and jumps of i386, one in each function: `# call checked' and so on
# above a function say what the auditor must find in it.  The forms of checks are
# those of doc/abi-generic.md; those of switches are GCC's.

	.macro	function name id=0x12345678
	.p2align 4
	.ifne	\id
	.type	__cfi_\name, @function
__cfi_\name:
	.skip	11, 0x90
	movl	$\id, %eax
	.size	__cfi_\name, . - __cfi_\name
	.endif
	.type	\name, @function
\name:
	.endm

	.macro	end name
	.size	\name, . - \name
	.endm

# MIDDLE: a label behind its first instruction.
	.macro	check target offset=4 scratch=%ecx middle=0
	movl	$-0x12345678, \scratch
	.if	\middle
.Lmiddle:
	.endif
	addl	-\offset(\target), \scratch
	je	.Lpass\@
	ud2
.Lpass\@:
	.endm

	.text

# call checked
	function plain_call
	check	%eax
	call	*%eax
	ret
	end	plain_call

# jump checked
	function tail_call
	check	%eax
	jmp	*%eax
	end	tail_call

# jump checked: without a free register
	function no_scratch
	pushl	%ecx
	movl	$-0x12345678, %ecx
	addl	-4(%eax), %ecx
	popl	%ecx
	je	1f
	ud2
1:
	jmp	*%eax
	end	no_scratch

# call checked: through a retpoline
	function retpoline
	check	%eax
	call	__x86_indirect_thunk_eax
	ret
	end	retpoline

# jump checked
	function inline_retpoline
	check	%edx
	call	2f
1:
	pause
	lfence
	jmp	1b
2:
	movl	%edx, (%esp)
	ret
	end	inline_retpoline

# call checked
	function inline_retpoline_call
	check	%eax
	jmp	4f
3:
	call	2f
1:
	pause
	lfence
	jmp	1b
2:
	movl	%eax, (%esp)
	ret
4:
	call	3b
	ret
	end	inline_retpoline_call

# call unchecked "through memory: asm statement, or exempt"
	function from_memory
	call	*8(%edx)
	ret
	end	from_memory

# call excused "GOT"
	function got
	call	__x86.get_pc_thunk.bx
	addl	$_GLOBAL_OFFSET_TABLE_, %ebx
	movl	outside@GOT(%ebx), %eax
	call	*%eax
	ret
	end	got

# call unchecked "unknown"
	function bare_call
	call	*%eax
	ret
	end	bare_call

# jump unchecked "unknown"
	function bare_jump
	jmp	*%eax
	end	bare_jump

# call unchecked "check of another register"
	function wrong_register
	check	%eax
	call	*%edx
	ret
	end	wrong_register

# call unchecked "check not directly before"
	function separated
	check	%eax
	nop
	call	*%eax
	ret
	end	separated

# call unchecked "a branch leads past its check"
	function passed_by
	jne	2f
	check	%eax
2:
	call	*%eax
	ret
	end	passed_by

# call unchecked "a branch leads past its check": the id is compared with something else
	function into_the_middle
	jne	.Lmiddle
	check	%eax, middle=1
	call	*%eax
	ret
	end	into_the_middle

# call unchecked "unknown": the comparison overwrites the register that is called
	function scratch_is_target
	check	%ecx
	call	*%ecx
	ret
	end	scratch_is_target

# call unchecked "unknown": it looks behind the entry
	function behind_the_entry
	check	%eax, -4
	call	*%eax
	ret
	end	behind_the_entry

# call unchecked "function without preamble"
	.globl	no_preamble
	function no_preamble 0
	call	*%eax
	ret
	end	no_preamble

# call excused "known target"
	function known
	movl	$bare_call, %eax
	call	*%eax
	ret
	end	known

# call unchecked "unknown": what the register had before a call
	function returned
	movl	$bare_call, %eax
	call	bare_call
	call	*%eax
	ret
	end	returned

# call unchecked "unknown": what it has on one of two ways
	function joined
	jne	1f
	movl	$bare_call, %eax
1:
	call	*%eax
	ret
	end	joined

# jump excused "jump table"
	function switch_absolute
	jmp	*addresses(,%eax,4)
address_case_1:
	movl	$1, %eax
address_case_2:
	ret
	end	switch_absolute

# jump excused "jump table"
	function switch_unoptimized
	shll	$2, %eax
	addl	$addresses_2, %eax
	movl	(%eax), %eax
	jmp	*%eax
address_2_case_1:
	movl	$1, %eax
address_2_case_2:
	ret
	end	switch_unoptimized

# jump excused "jump table": entries are relative to the GOT
	function switch_got
	call	__x86.get_pc_thunk.bx
	addl	$_GLOBAL_OFFSET_TABLE_, %ebx
	movl	words@GOTOFF(%ebx,%eax,4), %edx
	addl	%ebx, %edx
	jmp	*%edx
word_case_1:
	movl	$1, %eax
word_case_2:
	ret
	end	switch_got

# jump unchecked "unknown"
	function array_of_functions
	movl	functions(,%eax,4), %eax
	jmp	*%eax
	end	array_of_functions

	function direct
	call	bare_call
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

# jump excused "thunk"
	.globl	__x86_indirect_thunk_eax
	function __x86_indirect_thunk_eax 0
	jmp	*%eax
	end	__x86_indirect_thunk_eax

	.globl	__x86.get_pc_thunk.bx
	function __x86.get_pc_thunk.bx 0
	movl	(%esp), %ebx
	ret
	end	__x86.get_pc_thunk.bx

	.globl	outside
	function outside
	ret
	end	outside

	.section .rodata, "a", @progbits
	.p2align 3
addresses:
	.long	address_case_1, address_case_2
functions:
	.long	bare_call, plain_call
addresses_2:
	.long	address_2_case_1, address_2_case_2
words:
	.long	word_case_1@GOTOFF, word_case_2@GOTOFF
	.data
	.p2align 3
	.long	taken
