/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preamble of x86, of 32 and of 64 bits: the id as the operand of an
   instruction, inside a function symbol of its own.

     __cfi_f:
	nop ...
	movl	$ID, %eax
     .Lkcfi_end1:
	nop ... (M, by GCC)
     f:  */

#ifndef KCFI_X86_PREAMBLE_H
#define KCFI_X86_PREAMBLE_H

#include "target.h"

/* ID as it stands in code: changed if it, or its negation in the check, would
   be the bytes of an ENDBR, a landing pad inside the code.  Source:
   MaskKCFIType in LLVM's X86AsmPrinter.cpp.  */
uint32_t kcfi_x86_mask_id (uint32_t id);

/* Print such a preamble.  x86's print_preamble.  */
void kcfi_print_x86_preamble (struct kcfi_text *text,
			      const struct kcfi_preamble *preamble);

#endif
