# SPDX-License-Identifier: GPL-3.0-or-later
# Virtual functions, calls and tables where ids are words: MACHINE is 1 for aarch64,
# 2 for riscv64, 3 for A32, 4 for Thumb-2.  The rest is as in virtual-x86_64.s.

	.if	MACHINE == 3 || MACHINE == 4
	.syntax	unified
	.arch	armv7-a
	.endif

	.macro	nops
	.rept	NOPS
	nop
	.endr
	.endm

	.macro	start name
	nops
	.globl	\name
	.type	\name, %function
	.if	MACHINE == 4
	.thumb_func
	.endif
\name:
	.endm

	.macro	plain name
	.p2align 2
	.word	0x12345678
	start	\name
	.endm

	.macro	virtual name id
	.p2align 2
	.word	\id
	.word	0x12345678
	start	\name
	.endm

	.macro	end name
	.if	MACHINE <= 2
	ret
	.else
	bx	lr
	.endif
	.size	\name, . - \name
	.endm

	.if	MACHINE == 1
	.macro	check high low offset
	ldur	w16, [x8, #-\offset - 4 * NOPS]
	movk	w17, #\low
	movk	w17, #\high, lsl #16
	cmp	w16, w17
	b.eq	1f
	brk	#(0x8000 | 17 << 5 | 8)
1:	blr	x8
	.endm
	.endif

	.if	MACHINE == 2
	.option	norvc
	.macro	check high low offset
	lw	t1, -\offset - 4 * NOPS(a5)
	lui	t2, \high << 4 | \low >> 12
	addiw	t2, t2, \low & 0xfff
	beq	t1, t2, .Lpass\@
.Ltrap\@:
	ebreak
	.pushsection .kcfi_traps, "ao", @progbits, .text
	.word	.Ltrap\@ - .
	.popsection
.Lpass\@:
	jalr	a5
	.endm
	.endif

	.if	MACHINE >= 3
	.if	MACHINE == 3
	.arm
	.set	SIZE, 4
	.else
	.thumb
	.set	SIZE, 2
	.endif
	.macro	check high low offset
	bic	r12, r2, #1
	ldr	r12, [r12, #-\offset - SIZE * NOPS]
	eor	r12, r12, #\low & 0xff
	eor	r12, r12, #\low & 0xff00
	eor	r12, r12, #(\high & 0xff) << 16
	eors	r12, r12, #(\high & 0xff00) << 16
	.if	MACHINE == 4
	beq.w	1f
	udf	#0x82
	.else
	beq	1f
	udf	#0x83e2
	.endif
1:	blx	r2
	.endm
	.endif

	.text
	plain	__cxa_pure_virtual
	end	__cxa_pure_virtual
	virtual	_ZN1B1wEi 0x11223344
	end	_ZN1B1wEi
	virtual	_ZN1D1wEi 0x11223344
	end	_ZN1D1wEi
	virtual	_ZN1B1xEv 0x22334455
	end	_ZN1B1xEv
	plain	_ZN1B1yEv
	end	_ZN1B1yEv

	plain	_Z4callP1B
	check	0x1122 0x3344 8
	check	0x1234 0x5678 4
	end	_Z4callP1B
	plain	_Z6nobodyP1B
	check	0x5566 0x5566 8
	end	_Z6nobodyP1B

	.if	MACHINE == 1
	plain	_Z4bareP1B
	ldr	x8, [x0]
	ldr	x8, [x8, #8]
	blr	x8
	ldr	x1, [x0]
	add	x1, x1, #8
	ldr	x2, [x1]
	mov	x16, x2
	br	x16
	end	_Z4bareP1B
	plain	_Z5otherP1B
	ldr	x8, [x0, #24]
	ldr	x8, [x8, #8]
	blr	x8
	ldr	x8, [x0]
	bl	_ZN1B1yEv
	ldr	x8, [x8, #8]
	blr	x8
	ldr	x8, [x0]
	blr	x8
	end	_Z5otherP1B
	plain	bare
	ldr	x8, [x0]
	ldr	x8, [x8, #8]
	blr	x8
	end	bare
	.endif

	.if	MACHINE == 2
	plain	_Z4bareP1B
	ld	a5, 0(a0)
	ld	a5, 8(a5)
	jalr	a5
	ld	a4, 0(s0)
	addi	a4, a4, 16
	ld	a3, 0(a4)
	mv	a0, s0
	mv	t1, a3
	jr	t1
	end	_Z4bareP1B
	plain	_Z5otherP1B
	ld	a5, 24(a0)
	ld	a5, 8(a5)
	jalr	a5
	ld	s1, 0(a0)
	call	_ZN1B1yEv
	ld	a5, 8(s1)
	jalr	a5
	ld	a5, 0(a0)
	jalr	a5
	lwu	a5, 0(a0)
	ld	a5, 8(a5)
	jalr	a5
	ld	a5, 0(a0)
	beqz	a1, 1f
	ld	a5, 8(a5)
	jalr	a5
1:	end	_Z5otherP1B
	plain	bare
	ld	a5, 0(a0)
	ld	a5, 8(a5)
	jalr	a5
	end	bare
	.endif

	.data
	.p2align 3
	.macro	address name
	.if	MACHINE <= 2
	.quad	\name
	.else
	.long	\name
	.endif
	.endm
	.globl	_ZTV1B
	.type	_ZTV1B, %object
_ZTV1B:
	address	0
	address	0
	address	_ZN1B1wEi
	address	_ZN1B1xEv
	address	_ZN1B1yEv
	address	__cxa_pure_virtual
	.size	_ZTV1B, . - _ZTV1B
	.type	_ZTV1D, %object
_ZTV1D:
	address	0
	address	0
	address	_ZN1D1wEi
	.size	_ZTV1D, . - _ZTV1D
