/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code of typed entries (../gimple/typed-entries.h).  */

#ifndef KCFI_PRINT_TYPED_ENTRIES_H
#define KCFI_PRINT_TYPED_ENTRIES_H

#include "targets/target.h"

/* Print the entries of the current function, DECL, to FILE: in front of its preamble,
   like which each of theirs is made.  Of PREAMBLE all but id and name is theirs,
   too.  */
void kcfi_print_typed_entries (FILE *file, tree decl,
			       const struct kcfi_preamble *preamble);

#endif
