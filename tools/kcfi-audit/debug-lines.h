/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Source lines of addresses.  */

#ifndef AUDIT_DEBUG_LINES_H
#define AUDIT_DEBUG_LINES_H

#include <elfutils/libdw.h>

#include "audit.h"

/* Give FILE's unexcused sites their source lines; those in assembler units get
   that as their reason.  */
void audit_add_lines (struct audit *audit, struct audit_file *file,
		      Dwarf *dwarf);

/* The source line of ADDRESS; false if unknown.  */
bool audit_find_line (struct audit *audit, Dwarf *dwarf, uint64_t address,
		      const char **source, int *line);

/* Note which of FILE's functions the unit CU has, if it is one of assembler. */
void audit_mark_assembler (struct audit_file *file, Dwarf_Die *cu);

#endif
