/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preamble of every machine but x86: data words, no symbol.

	.balign 4
	.word	VIRTUAL_ID	(of functions in virtual tables)
	.word	ID
	nop ... (M, by GCC)
     f:  */

#ifndef KCFI_WORD_PREAMBLE_H
#define KCFI_WORD_PREAMBLE_H

#include "target.h"

/* Print such a preamble, with pads so that id and entry are aligned.  DIRECTIVE
   is the assembler's for four aligned bytes ("word").  A target's
   print_preamble calls this.  */
void kcfi_print_word_preamble (struct kcfi_text *text,
			       const struct kcfi_preamble *preamble,
			       const char *directive);

#endif
