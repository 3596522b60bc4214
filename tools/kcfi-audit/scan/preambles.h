/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands before each function: the hash.  */

#ifndef AUDIT_PREAMBLES_H
#define AUDIT_PREAMBLES_H

#include "../model/audit-file.h"

/* Fill FILE's preambles; after its code was scanned and its settings were read.
 */
void audit_find_preambles (struct audit_file *file);

/* The same on machines where no symbol tells of a preamble, once there is room
   for them (word-preambles.c).  */
void audit_find_word_preambles (struct audit_file *file);

/* True if from the start of FUNCTION to END there are only nops, those of a
   patchable entry; on machines with nop_length only.  */
bool audit_entry_nops_p (const struct audit_file *file,
			 const struct audit_function *function, uint64_t end);

/* Drop the doubtful preambles that debug information, which was read, speaks
   against.  */
void audit_confirm_preambles (struct audit_file *file);

#endif
