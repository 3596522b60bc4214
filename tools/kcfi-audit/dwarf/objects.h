/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which member of which variable an address of data is.  */

#ifndef AUDIT_DEBUG_OBJECTS_H
#define AUDIT_DEBUG_OBJECTS_H

#include "../model/audit.h"

/* Append "my_ops.open" or the like for ADDRESS in FILE, from symbols and, as
   far as it goes, debug information; and where the variable is declared:
   *SOURCE (lives as long as AUDIT) and *LINE, or NULL.  False if no variable is
   there.  */
bool audit_print_object (struct audit *audit, const struct audit_file *file,
			 uint64_t address, struct kcfi_text *text,
			 const char **source, int *line);

#endif
