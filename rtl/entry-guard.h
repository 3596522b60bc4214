/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the assembler proves of each preamble: that the id stands where checks
   read it.  */

#ifndef KCFI_ENTRY_GUARD_H
#define KCFI_ENTRY_GUARD_H

/* Take over targetm.asm_out.function_prologue; call once.  */
void kcfi_entry_guard_start (void);

/* Print a label to FILE, and let the assembler refuse the current function unless
   its entry, LABEL as the assembler sees it, comes exactly PREFIX_BYTES behind
   that.  Call right behind the id; LABEL is copied.  */
void kcfi_guard_entry (FILE *file, const char *label, unsigned prefix_bytes);

#endif
