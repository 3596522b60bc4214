/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling checks from conditions of the program.  */

#include "conditions.h"

#include <stdlib.h>

#include "../base/array.h"

static bool
listed_p (const struct audit_file *file, uint64_t trap)
{
  size_t at;
  AUDIT_SEARCH (at, file->traps_count, file->traps[at] < trap);
  return at < file->traps_count && file->traps[at] == trap;
}

void
audit_set_conditions_aside (struct audit_file *file,
			    struct audit_conditions *conditions)
{
  size_t kept = 0;
  for (size_t i = 0; i < file->checks_count; i++)
    {
      const struct audit_check *check = &file->checks[i];
      if (check->weak && !check->used && !listed_p (file, check->trap))
	AUDIT_APPEND (conditions, list, *check);
      else
	file->checks[kept++] = *check;
    }
  file->checks_count = kept;
}

static int
by_id (const void *a, const void *b)
{
  return audit_compare (*(const uint32_t *) a, *(const uint32_t *) b);
}

struct ids
{
  uint32_t *list;
  size_t list_count, list_capacity;
};

static struct ids
collect_ids (const struct audit_file *file)
{
  struct ids ids = { 0 };
  for (size_t i = 0; i < file->checks_count; i++)
    AUDIT_APPEND (&ids, list, file->checks[i].id);
  for (size_t i = 0; i < file->typeids_count; i++)
    AUDIT_APPEND (&ids, list, file->typeids[i].id);
  for (size_t i = 0; i < file->elf.functions_count; i++)
    {
      if (file->preambles[i].present)
	AUDIT_APPEND (&ids, list, file->preambles[i].id);
      if (file->preambles[i].has_virtual)
	AUDIT_APPEND (&ids, list, file->preambles[i].virtual_id);
    }
  if (ids.list_count)
    qsort (ids.list, ids.list_count, sizeof *ids.list, by_id);
  return ids;
}

static int
by_address (const void *a, const void *b)
{
  const struct audit_check *first = a, *second = b;
  return audit_compare (first->address, second->address);
}

/* A call behind CONDITION is not one behind the check of another register.  */

static void
forget_condition (struct audit_file *file, const struct audit_check *condition)
{
  size_t at;
  AUDIT_SEARCH (at, file->sites_count,
		file->sites[at].address < condition->end);
  if (at < file->sites_count && file->sites[at].address == condition->end
      && file->sites[at].reason == AUDIT_OTHER_REGISTER)
    file->sites[at].reason = AUDIT_UNKNOWN;
}

void
audit_restore_checks (struct audit_file *file,
		      struct audit_conditions *conditions)
{
  if (!conditions->list_count)
    return;
  struct ids ids = collect_ids (file);
  for (size_t i = 0; i < conditions->list_count; i++)
    {
      const struct audit_check *condition = &conditions->list[i];
      if (ids.list_count
	  && bsearch (&condition->id, ids.list, ids.list_count,
		      sizeof *ids.list, by_id))
	AUDIT_APPEND (file, checks, *condition);
      else
	forget_condition (file, condition);
    }
  free (ids.list);
  free (conditions->list);
  if (file->checks_count)
    qsort (file->checks, file->checks_count, sizeof *file->checks, by_address);
}
