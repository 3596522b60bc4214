/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of x86_64.  */

#ifndef AUDIT_X86_CHECK_H
#define AUDIT_X86_CHECK_H

#include "instruction.h"

/* True if LAST, an ud2 or `test $0xd6, %al' behind what HISTORY has, ends a check;
   fill *CHECK then.  HISTORY is without lfence.  */
bool x86_read_check (const struct x86_history *history,
		     const struct x86_instruction *last,
		     struct audit_check *check);

/* True if INSTRUCTION is `test $0xd6, %al', of which a failed check executes the
   second byte.  */
bool x86_trap_inside_p (const struct x86_instruction *instruction);

/* FineIBT rewrites exactly this, of 14 bytes before the call:
     movl $-ID, %r10d; addl -15(%r11), %r10d; je 1f; ud2; 1: cs call thunk_r11
   Source: Linux arch/x86/kernel/alternative.c, cfi_rewrite_callers.  */
bool x86_fineibt_form_p (const struct audit_check *check,
			 const struct x86_instruction *branch);

#endif
