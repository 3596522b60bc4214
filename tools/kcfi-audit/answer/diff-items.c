/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What diff compares.  Names need not be unique: a kernel has many static functions of
   one name.  Such are compared as the set of their ids.  Of listings each line counts,
   a function's or a call's.  */

#include "diff-items.h"

#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../model/listing.h"
#include "../report/summary.h"

static int
by_entry (const void *a, const void *b)
{
  const struct audit_diff_entry *first = a, *second = b;
  int order = strcmp (first->name, second->name);
  if (order)
    return order;
  if (first->has_id != second->has_id)
    return first->has_id - second->has_id;
  return audit_compare (first->id, second->id);
}

static void
collect_functions (const struct audit *audit,
		   struct audit_diff_entries *entries)
{
  for (size_t f = 0; f < audit->files_count; f++)
    {
      const struct audit_file *file = &audit->files[f];
      for (size_t i = 0; i < file->elf.functions_count; i++)
	{
	  const struct audit_preamble *preamble = &file->preambles[i];
	  const char *declaration
	      = file->debug ? file->debug->functions[i].declaration : NULL;
	  const struct audit_prototype *prototype
	      = audit_find_prototype (audit, preamble->id);
	  if (!declaration && preamble->present && prototype)
	    declaration = prototype->declaration ? prototype->declaration
						 : prototype->string;
	  AUDIT_APPEND (entries, list,
			(struct audit_diff_entry){ file->elf.functions[i].name,
						   preamble->present,
						   preamble->id, declaration });
	}
    }
}

static void
collect_lines (const struct audit_listing *listing,
	       struct audit_diff_entries *entries)
{
  for (size_t i = 0; listing && i < listing->lines_count; i++)
    {
      const struct audit_listed *line = &listing->lines[i];
      AUDIT_APPEND (entries, list,
		    (struct audit_diff_entry){ line->function, line->has_id,
					       line->id, line->string });
    }
}

/* Sort, and leave each (name, id) once.  */

static void
sort_entries (struct audit_diff_entries *entries)
{
  size_t kept = 0;
  if (entries->list_count)
    qsort (entries->list, entries->list_count, sizeof *entries->list, by_entry);
  for (size_t i = 0; i < entries->list_count; i++)
    if (!kept || by_entry (&entries->list[kept - 1], &entries->list[i]))
      entries->list[kept++] = entries->list[i];
  entries->list_count = kept;
}

struct audit_diff_entries
audit_collect_entries (const struct audit *audit)
{
  struct audit_diff_entries entries = { 0 };
  collect_functions (audit, &entries);
  collect_lines (audit->listing, &entries);
  sort_entries (&entries);
  return entries;
}

struct audit_entry_group
audit_group_at (const struct audit_diff_entries *entries, size_t first)
{
  struct audit_entry_group group = { first, first };
  while (group.last < entries->list_count
	 && !strcmp (entries->list[group.last].name, entries->list[first].name))
    group.last++;
  return group;
}

bool
audit_group_has (const struct audit_diff_entries *entries,
		 struct audit_entry_group group,
		 const struct audit_diff_entry *entry)
{
  for (size_t i = group.first; i < group.last; i++)
    if (!by_entry (&entries->list[i], entry))
      return true;
  return false;
}

static bool
same_ids_p (const struct audit_entry_pair *pair)
{
  for (unsigned i = 0; i < 2; i++)
    for (size_t n = pair->groups[i].first; n < pair->groups[i].last; n++)
      if (!audit_group_has (pair->lists[!i], pair->groups[!i],
			    &pair->lists[i]->list[n]))
	return false;
  return true;
}

bool
audit_next_pair (const struct audit_diff_entries *old,
		 const struct audit_diff_entries *new,
		 enum audit_comparison wanted, struct audit_entry_pair *pair)
{
  size_t first = pair->groups[0].last, second = pair->groups[1].last;
  pair->lists[0] = old;
  pair->lists[1] = new;
  while (first < old->list_count || second < new->list_count)
    {
      int order = first >= old->list_count ? 1
		  : second >= new->list_count
		      ? -1
		      : strcmp (old->list[first].name, new->list[second].name);
      struct audit_entry_group none[2]
	  = { { first, first }, { second, second } };
      pair->groups[0] = order > 0 ? none[0] : audit_group_at (old, first);
      pair->groups[1] = order < 0 ? none[1] : audit_group_at (new, second);
      first = pair->groups[0].last;
      second = pair->groups[1].last;
      if (order < 0   ? wanted == AUDIT_REMOVED
	  : order > 0 ? wanted == AUDIT_NEW
		      : wanted == AUDIT_CHANGED && !same_ids_p (pair))
	return true;
    }
  return false;
}

bool
audit_next_class (const struct audit_ids *old, const struct audit_ids *new,
		  size_t at[2], const struct audit_class **first,
		  const struct audit_class **second)
{
  while (at[0] < old->classes_count || at[1] < new->classes_count)
    {
      *first = at[0] < old->classes_count ? &old->classes[at[0]] : NULL;
      *second = at[1] < new->classes_count ? &new->classes[at[1]] : NULL;
      if (*first && *second && (*first)->id != (*second)->id)
	*((*first)->id < (*second)->id ? second : first) = NULL;
      at[0] += *first != NULL;
      at[1] += *second != NULL;
      if (!*first || !*second
	  || (*first)->functions_count != (*second)->functions_count
	  || (*first)->sites_count != (*second)->sites_count)
	return true;
    }
  return false;
}

void
audit_add_up (const struct audit *audit, size_t *checked, size_t *unchecked)
{
  *checked = *unchecked = 0;
  for (size_t f = 0; f < audit->files_count; f++)
    {
      struct audit_file_summary summary;
      audit_summarize_file (&audit->files[f], &summary);
      *checked += summary.checked[0] + summary.checked[1];
      *unchecked += summary.unchecked[0] + summary.unchecked[1];
    }
}
