/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison of x86's checks, of 32 and of 64 bits.

	movl	$-ID, %ecx	or, if no register is free,	pushl	%ecx
	addl	-4-M(%eax), %ecx				movl	$-ID, %ecx
								addl	-4-M(%eax), %ecx
								popl	%ecx

   In real mode (-m16) the id is read through %cs, where code is; data need not be
   in the same segment.

   The zero flag says whether the id is there.  The id itself must not stand in
   the code, as in `cmpl $ID, -4-M(%eax)': the address behind it would have the id
   in front of it, and a forged pointer there would pass each check of this id, and
   go on to a call behind its check.  */

#ifndef KCFI_X86_CHECK_H
#define KCFI_X86_CHECK_H

#include "target.h"

/* Print it for CHECK, with CHECK's first scratch register if that is not NULL. */
void kcfi_print_x86_comparison (struct kcfi_text *text,
				const struct kcfi_check *check);

#endif
