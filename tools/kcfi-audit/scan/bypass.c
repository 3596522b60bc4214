/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branches that lead behind a check.  */

#include "bypass.h"

#include "../base/array.h"

void
audit_note_branch (struct audit_file *file,
		   struct audit_branch_targets *targets, uint64_t place,
		   uint64_t target)
{
  audit_add_target (targets, target);
  AUDIT_APPEND (file, branches, (struct audit_branch){ place, target });
}

/* The last check from FIRST on that starts before ADDRESS, or NULL.  */

static const struct audit_check *
check_before (const struct audit_file *file, size_t first, uint64_t address)
{
  size_t low = first, high = file->checks_count;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      if (file->checks[middle].address < address)
	low = middle + 1;
      else
	high = middle;
    }
  return low > first ? &file->checks[low - 1] : NULL;
}

static void
mark_site (struct audit_file *file, size_t first, uint64_t address)
{
  for (size_t i = first; i < file->sites_count; i++)
    if (file->sites[i].address == address
	&& file->sites[i].reason == AUDIT_CHECKED)
      file->sites[i].reason = AUDIT_BYPASSED;
}

void
audit_find_bypasses (struct audit_file *file, size_t first_site,
		     size_t first_check)
{
  for (size_t i = 0; i < file->branches_count; i++)
    {
      const struct audit_branch *branch = &file->branches[i];
      const struct audit_check *check
	  = check_before (file, first_check, branch->target);
      if (check && check->used && branch->target <= check->end
	  && (branch->place < check->address || branch->place >= check->end))
	mark_site (file, first_site, check->end);
    }
  file->branches_count = 0;
}
