/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a jump table's entries may lead.  */

#ifndef AUDIT_JUMP_TABLE_H
#define AUDIT_JUMP_TABLE_H

#include "../model/audit-file.h"

enum
{
  /* How many entries are looked at: a table may have the ones of other cases
     first, a switch has at least two.  */
  AUDIT_TABLE_ENTRIES = 2
};

/* True if all of the first entries, whose targets are in TARGETS, lie in
   FUNCTION (or NULL: false), or in the cold part of it.  One may be its end,
   where Clang leaves a block without code that cannot be reached.  */
bool audit_table_inside_p (const struct audit_file *file,
			   const struct audit_function *function,
			   const uint64_t targets[AUDIT_TABLE_ENTRIES]);

#endif
