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

/* The site at the end of CHECK, or NULL.  */

static struct audit_site *
site_of (struct audit_file *file, const struct audit_check *check)
{
  size_t at;
  AUDIT_SEARCH (at, file->sites_count, file->sites[at].address < check->end);
  return at < file->sites_count && file->sites[at].address == check->end
	     ? &file->sites[at]
	     : NULL;
}

/* Whether the site of the used CHECK counts as checked by it.  */

static void
mark_site (struct audit_file *file, const struct audit_check *check,
	   bool checked)
{
  struct audit_site *site = check->used ? site_of (file, check) : NULL;
  if (!site || site->reason == AUDIT_BYPASSED)
    return;
  site->reason = checked ? AUDIT_CHECKED : AUDIT_UNKNOWN;
  site->id = checked ? check->id : 0;
  site->offset = checked ? check->offset : 0;
  site->trap = checked ? check->trap : 0;
}

/* True if CHECK may be a condition.  A call behind it speaks for it only where no
   table says which traps are those of checks.  */

static bool
doubtful_p (const struct audit_file *file, const struct audit_check *check)
{
  return check->weak && !listed_p (file, check->trap)
	 && (!check->used || file->traps_count);
}

void
audit_set_conditions_aside (struct audit_file *file,
			    struct audit_conditions *conditions)
{
  size_t kept = 0;
  for (size_t i = 0; i < file->checks_count; i++)
    {
      const struct audit_check *check = &file->checks[i];
      if (!doubtful_p (file, check))
	{
	  file->checks[kept++] = *check;
	  continue;
	}
      mark_site (file, check, false);
      AUDIT_APPEND (conditions, list, *check);
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
  struct audit_site *site = site_of (file, condition);
  if (site
      && (site->reason == AUDIT_OTHER_REGISTER
	  || site->reason == AUDIT_BYPASSED))
    site->reason = AUDIT_UNKNOWN;
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
	{
	  AUDIT_APPEND (file, checks, *condition);
	  mark_site (file, condition, true);
	}
      else
	forget_condition (file, condition);
    }
  free (ids.list);
  free (conditions->list);
  if (file->checks_count)
    qsort (file->checks, file->checks_count, sizeof *file->checks, by_address);
}
