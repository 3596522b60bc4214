/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which functions have their address taken.  */

#ifndef AUDIT_REFERENCES_H
#define AUDIT_REFERENCES_H

#include "../model/audit-file.h"

/* Fill FILE's references, and taken and mentioned of its preambles; after the
   preambles were found.  */
void audit_find_references (struct audit_file *file);

#endif
