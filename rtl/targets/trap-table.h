/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of trap sites of machines whose trap instruction says nothing by
   itself: x86 and RISC-V (doc/abi.md ".kcfi_traps").  */

#ifndef KCFI_TRAP_TABLE_H
#define KCFI_TRAP_TABLE_H

#include "target.h"

/* Print an entry of .kcfi_traps for the label .Lkcfi_trapN, N the number of
   CHECK, linked to the section of the label .Lkcfi_trapF, F the first check's:
	.pushsection .kcfi_traps,"ao",@progbits,.Lkcfi_trapF
	.long	.Lkcfi_trapN-.
	.popsection
   Section type, flags and link are Clang's; the section of a comdat function
   is a member of the function's group.  Call behind the trap's label.  Prints
   nothing if the mode is without a table.  */
void kcfi_print_trap_entry (struct kcfi_text *text,
			    const struct kcfi_check *check);

#endif
