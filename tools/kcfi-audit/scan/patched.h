/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Code of Linux that the kernel replaces.  */

#ifndef AUDIT_PATCHED_H
#define AUDIT_PATCHED_H

#include "../model/audit-file.h"

/* Fill FILE's list of such code from its sections.  */
void audit_read_patched (struct audit_file *file);

/* True if Linux replaces the instruction at ADDRESS; after audit_read_patched.
 */
bool audit_patched_p (const struct audit_file *file, uint64_t address);

#endif
