/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the tags of a unit are called, as far as that is not in the tag's own
   DIE.  */

#ifndef AUDIT_DWARF_TAGS_H
#define AUDIT_DWARF_TAGS_H

#include <elfutils/libdw.h>

#include "offset-map.h"

/* Go through the unit CU and note in NOTES
     - the typedef that names an unnamed tag,
     - the tag that an unnamed tag is a member of,
     - the function that a tag is local to.  */
void audit_index_tags (Dwarf_Die *cu, struct audit_offset_map *notes);

#endif
