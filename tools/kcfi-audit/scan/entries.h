/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that are nothing but a way into another.  */

#ifndef AUDIT_SCAN_ENTRIES_H
#define AUDIT_SCAN_ENTRIES_H

#include "../model/audit-file.h"

/* Note FUNCTION, all of whose code was scanned, in FILE's entries if it is only a
   direct jump to a function closely behind it, as the plugin's typed entries are
   (doc/rust.md).  FILE's branches are FUNCTION's.  */
void audit_note_entry (struct audit_file *file,
		       const struct audit_function *function);

#endif
