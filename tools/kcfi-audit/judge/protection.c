/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether there is anything of KCFI in the files.  */

#include "protection.h"

static bool
protected_p (const struct audit_file *file)
{
  if (file->checks_count || file->typeids_count || file->traps_count
      || file->strays_count || file->settings.records_count)
    return true;
  for (size_t i = 0; i < file->elf.functions_count; i++)
    if (file->preambles[i].present)
      return true;
  return false;
}

void
audit_judge_protection (struct audit *audit)
{
  const struct audit_file *first = NULL;
  size_t count = 0;
  for (size_t i = 0; i < audit->files_count; i++)
    {
      const struct audit_file *file = &audit->files[i];
      if (protected_p (file))
	return;
      if (!file->elf.functions_count && !file->sites_count)
	continue;
      count++;
      if (!first)
	first = file;
    }
  if (count == 1)
    audit_add_common_finding (audit, AUDIT_PROBLEM_UNPROTECTED,
			      "%s has neither type ids nor checks: was it "
			      "compiled with KCFI?",
			      first->elf.name);
  else if (count)
    audit_add_common_finding (audit, AUDIT_PROBLEM_UNPROTECTED,
			      "%s and %zu more have neither type ids nor "
			      "checks: were they compiled with KCFI?",
			      first->elf.name, count - 1);
}
