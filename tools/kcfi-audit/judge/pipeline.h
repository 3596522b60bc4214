/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the layers: from an ELF file to its findings.  */

#ifndef AUDIT_PIPELINE_H
#define AUDIT_PIPELINE_H

#include "../kcfi-audit.h"
#include "../model/audit.h"

/* Read ELF, which is called NAME and stays open as long as AUDIT, into a new
   file of AUDIT's.  Returns NULL, or an error that the caller frees; AUDIT then
   is as before.  */
char *audit_add_object (struct audit *audit, Elf *elf, const char *name,
			enum kcfi_audit_depth depth);

/* Once all files and listings are read: reasons from listings, findings,
   classes.  KNOWN is the text of a list of functions that may be unchecked, or
   NULL.  */
void audit_finish (struct audit *audit, const char *known);

#endif
