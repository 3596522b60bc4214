/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the tree of a name to its text.  */

#ifndef KCFI_REMANGLE_WRITER_H
#define KCFI_REMANGLE_WRITER_H

#include "remangle-tree.h"
#include "remangle.h"

/* Append the name of the function type FUNCTION under OPTIONS to OUT.  Numbers
   its pieces, so each tree is written once.  */
void kcfi_write_remangled (struct kcfi_text *out, struct kcfi_piece *function,
			   const struct kcfi_id_options *options,
			   const struct kcfi_integer_types *integers);

#endif
