/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units whose debug information is for the most part in a file of its own, X.dwo
   (-gsplit-dwarf).  */

#ifndef AUDIT_DWARF_SPLIT_H
#define AUDIT_DWARF_SPLIT_H

#include <elfutils/libdw.h>

#include "../model/audit-file.h"

/* Set *SPLIT to the unit that belongs to the skeleton CU of FILE, from its .dwo,
   which libdw looks for beside FILE, then where it was compiled.  False if it
   cannot be read; nothing that is not a regular file is opened.  */
bool audit_read_split_unit (const struct audit_file *file, Dwarf_Die *cu,
			    Dwarf_Die *split);

#endif
