/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debug information of code that the linker has removed (--gc-sections,
   discarded groups): it stays, and its addresses become 0 (GNU ld, and lld
   unless asked for another number with -z dead-reloc-in-nonalloc).  In an image
   that is linked at address 0, as firmware is, that is the address of code.

   Other numbers for removed code (-1, -2; 1 in .debug_ranges) are nobody's
   address or make empty ranges.  */

#ifndef AUDIT_DWARF_REMOVED_H
#define AUDIT_DWARF_REMOVED_H

#include <elfutils/libdw.h>

#include "../model/audit-file.h"

/* True if DIE, a subprogram or a label, stands at address 0 of FILE and is not
   what FILE has there, by its name and size.  */
bool audit_removed_p (const struct audit_file *file, Dwarf_Die *die);

/* True if the name of DIE, a variable or function, may be that of SYMBOL:
   compilers append a dot and words of theirs.  */
bool audit_same_name_p (Dwarf_Die *die, const char *symbol);

/* What a unit says of the first bytes of an image.  */
struct audit_removed
{
  bool at_zero;	  /* It has a range that starts at 0 and is no removed code.  */
  uint64_t lines; /* Below this its line table is of no use: it has the lines of
		     removed code there.  */
};

/* The same for the unit CU of FILE, by its functions and labels.  Of a unit
   that names none at 0 nothing there is believed.  */
struct audit_removed audit_removed_of_unit (const struct audit_file *file,
					    Dwarf_Die *cu);

#endif
