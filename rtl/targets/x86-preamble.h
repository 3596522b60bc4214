/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preamble of x86, of 32 and of 64 bits: the id as the operand of an
   instruction, inside a function symbol of its own.

     __cfi_f:
	nop ...
	movl	$VIRTUAL_ID, %eax	(of functions in virtual tables)
	movl	$ID, %eax
	nop ... (M, by GCC)
     f:  */

#ifndef KCFI_X86_PREAMBLE_H
#define KCFI_X86_PREAMBLE_H

#include "target.h"

/* What cannot be served on x86.  */
extern const struct kcfi_refusal kcfi_x86_refusals[];

/* Bytes of an instruction that carries an id.  x86's id_bytes.  */
unsigned kcfi_x86_id_bytes (const struct kcfi_code_mode *mode);

/* Print such a preamble.  x86's print_preamble.  */
void kcfi_print_x86_preamble (struct kcfi_text *text,
			      const struct kcfi_preamble *preamble);

/* Print the code of a further entry.  x86's print_entry.

	endbr64			(with -fcf-protection=branch)
	jmp	f  */
void kcfi_print_x86_entry (struct kcfi_text *text,
			   const struct kcfi_entry *entry);

#endif
