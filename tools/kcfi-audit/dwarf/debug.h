/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What debug information (DWARF, read with libdw) says about a file: prototypes
   of functions, from which ids are computed again, and source lines.

   The proof: the id of each function with a preamble and debug information is
   computed from DWARF by the plugin's own mangler and compared with the bytes.
   Only units in C: other languages have other rules.  */

#ifndef AUDIT_DEBUG_H
#define AUDIT_DEBUG_H

#include "../model/audit.h"

struct audit_debug_function
{
  const char *string;	   /* "_ZTSFiiE", or NULL.  */
  const char *declaration; /* "int main (int argc)", or NULL.  */
  const char *parts;	   /* See dwarf/parts.h.  */
  const char *file;	   /* Where it is declared, or NULL.  */
  int line;
  bool assembler; /* In a unit of assembler.  */
};

struct audit_debug
{
  struct audit_debug_function *functions; /* By function number.  */
};

/* Read FILE's debug information, if it has any, into FILE and AUDIT's
   prototypes.  ALL_DECLARATIONS asks for each function's, otherwise there is
   one for each prototype.  The layers of audit_file_read come before, and
   audit_report_sites after it.  */
void audit_debug_read (struct audit *audit, struct audit_file *file,
		       bool all_declarations);
void audit_debug_free (struct audit_debug *debug);

/* The source line of ADDRESS in FILE: false if unknown.  *SOURCE lives as long
   as AUDIT.  Opens the debug information again: not for many addresses.  */
bool audit_source_line (struct audit *audit, const struct audit_file *file,
			uint64_t address, const char **source, int *line);

/* ID as it stands in the preamble and the check on FILE's machine: x86_64 steps
   aside from what looks like ENDBR (doc/abi.md).  */
uint32_t audit_machine_id (const struct audit_file *file, uint32_t id);

#endif
