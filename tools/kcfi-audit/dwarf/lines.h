/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Source lines of addresses.  */

#ifndef AUDIT_DEBUG_LINES_H
#define AUDIT_DEBUG_LINES_H

#include <elfutils/libdw.h>

#include "../model/audit.h"

/* Give FILE's unexcused sites their source lines; those in assembler units get
   that as their reason.  */
void audit_add_lines (struct audit *audit, struct audit_file *file,
		      Dwarf *dwarf);

/* The source line of ADDRESS in FILE: false if unknown.  *SOURCE lives as long
   as AUDIT.  Opens the debug information again: not for many addresses.  */
bool audit_source_line (struct audit *audit, const struct audit_file *file,
			uint64_t address, const char **source, int *line);

/* The source file that declares DIE, or NULL: libdw's string.  As
   dwarf_decl_file, but Clang's first file of a unit, which has the number 0 in
   DWARF 5, is none to libdw 0.188.  */
const char *audit_decl_file (Dwarf_Die *die);

/* True if the unit CU is assembler.  */
bool audit_assembler_p (Dwarf_Die *cu);

/* Note which of FILE's functions the unit CU has, if it is one of assembler. */
void audit_mark_assembler (struct audit_file *file, Dwarf_Die *cu);

#endif
