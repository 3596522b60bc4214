/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the direct branches of a function lead: what a register has there may
   come from elsewhere.  */

#ifndef AUDIT_BRANCH_TARGETS_H
#define AUDIT_BRANCH_TARGETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct audit_branch_targets
{
  uint64_t start, end;
  unsigned char *bits; /* One for each byte.  */
  size_t capacity;     /* Bytes of BITS.  */
};

/* Empty TARGETS and make it ready for addresses from START to END.  */
void audit_clear_targets (struct audit_branch_targets *targets, uint64_t start,
			  uint64_t end);
/* Note TARGET; one outside is forgotten.  */
void audit_add_target (struct audit_branch_targets *targets, uint64_t target);
bool audit_target_p (const struct audit_branch_targets *targets,
		     uint64_t address);
void audit_free_targets (struct audit_branch_targets *targets);

#endif
