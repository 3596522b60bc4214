/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of an ELF file; part of reading it.  */

#ifndef AUDIT_ELF_FUNCTIONS_H
#define AUDIT_ELF_FUNCTIONS_H

#include "elf-file.h"

/* Fill FILE->functions from its symbols.  */
void audit_collect_functions (struct audit_elf *file);

/* True for the symbols that stand for a part of the code without being a
   function: the preamble symbols __cfi_NAME of x86_64.  */
bool audit_preamble_symbol_p (const struct audit_elf *file,
			      const struct audit_symbol *symbol);

#endif
