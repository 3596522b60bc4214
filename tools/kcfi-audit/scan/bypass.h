/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branches that lead behind a check, to its call or into the check itself.  Two
   checks that share a call are of this kind: the jump of the first passes by the
   second.  No compiler makes any, but an asm statement or a tool that moves code
   can.  */

#ifndef AUDIT_BYPASS_H
#define AUDIT_BYPASS_H

#include "../model/audit-file.h"
#include "branch-targets.h"

/* Note in FILE, and as a target in TARGETS, that a direct branch at PLACE, no call,
   leads to TARGET.  */
void audit_note_branch (struct audit_file *file,
			struct audit_branch_targets *targets, uint64_t place,
			uint64_t target);

/* A function was scanned: the sites that a noted branch of it leads to, past their
   check, are not checked.  FIRST_SITE and FIRST_CHECK are the numbers of the first
   ones that it has, which are in the order of the code.  Forget the branches.  */
void audit_find_bypasses (struct audit_file *file, size_t first_site,
			  size_t first_check);

#endif
