/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retpolines in the code itself, as -mindirect-branch=thunk-inline makes them
   (output_indirect_thunk and ix86_output_indirect_branch in GCC's i386.cc):

     jump to %rax                        call of %rax
	call	2f				jmp	4f
     1:	pause				3:	call	2f
	lfence					... as on the left
	jmp	1b			4:	call	3b
     2:	mov	%rax, (%rsp)
	ret

   Of a pointer in memory, `push pointer' stands before the first call and
   `lea 8(%rsp), %rsp' in place of the mov.  Without the push that returns
   (-mfunction-return=thunk-inline).  On i386 the registers are %eax and %esp, and
   the lea adds 4.  */

#ifndef AUDIT_X86_INLINE_THUNK_H
#define AUDIT_X86_INLINE_THUNK_H

#include "instruction.h"

/* True if INSTRUCTION of RANGE, code of 64 bits if IS_64, a direct jump, is the first one of such a call.
   *TARGET is the register, or AUDIT_NO_REGISTER, and *BODY where its `call 2f'
   stands.  */
bool x86_inline_call_p (const struct audit_range *range, bool is_64,
			const struct x86_instruction *instruction,
			unsigned char *target, uint64_t *body);

/* True if INSTRUCTION of RANGE, a direct call behind PREVIOUS (or NULL), is the
   `call 2f' of such a jump; *TARGET as above.  */
bool x86_inline_jump_p (const struct audit_range *range, bool is_64,
			const struct x86_instruction *instruction,
			const struct x86_instruction *previous,
			unsigned char *target);

#endif
