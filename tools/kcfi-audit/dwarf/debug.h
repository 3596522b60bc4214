/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What debug information (DWARF, read with libdw) says about a file: prototypes
   of functions, from which ids are computed again, and source lines.

   The proof: the id of each function with a preamble and debug information is
   computed from DWARF by the plugin's own mangler and compared with the bytes.
   Only units in C: other languages have other rules.  */

#ifndef AUDIT_DEBUG_H
#define AUDIT_DEBUG_H

#include "../model/audit.h"

/* Read FILE's debug information, if it has any, into FILE and AUDIT's
   prototypes.  ALL_DECLARATIONS asks for each function's, otherwise there is
   one for each prototype.  After FILE was scanned and its preambles were found.
 */
void audit_debug_read (struct audit *audit, struct audit_file *file,
		       bool all_declarations);

#endif
