/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debug information of objects, which libdw reads as it stands in the file, and
   which is of use only once its relocations are applied.  */

#ifndef AUDIT_DEBUG_RELOCATE_H
#define AUDIT_DEBUG_RELOCATE_H

#include "../elf/elf-file.h"

/* Apply the relocations of FILE's debug sections, in memory.  Nothing happens
   to a file that is not an object.  */
void audit_relocate_debug (const struct audit_elf *file);

#endif
