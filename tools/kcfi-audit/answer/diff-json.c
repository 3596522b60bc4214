/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-audit diff as JSON.  Figures of both builds are lists of two, the old one's
   first.  */

#include "diff.h"

#include <stdlib.h>

#include "../report/json-writer.h"
#include "../report/reach.h"
#include "diff-items.h"

static void
write_entries (struct audit_json *json, const char *key,
	       const struct audit_diff_entries *entries,
	       struct audit_entry_group group)
{
  audit_json_open_list (json, key);
  for (size_t i = group.first; i < group.last; i++)
    {
      const struct audit_diff_entry *entry = &entries->list[i];
      audit_json_open_object (json, NULL);
      if (entry->has_id)
	audit_json_hexadecimal (json, "id", entry->id);
      if (entry->prototype)
	audit_json_string (json, "prototype", entry->prototype);
      audit_json_close_object (json);
    }
  audit_json_close_list (json);
}

/* All names that are WANTED, with their ids in both builds.  Returns how many.  */

static size_t
write_names (struct audit_json *json, const char *key,
	     const struct audit_diff_entries *old,
	     const struct audit_diff_entries *new, enum audit_comparison wanted)
{
  struct audit_entry_pair pair = { 0 };
  size_t count = 0;
  audit_json_break_line (json);
  audit_json_open_list (json, key);
  while (audit_next_pair (old, new, wanted, &pair))
    {
      bool removed = pair.groups[0].first < pair.groups[0].last;
      audit_json_break_line (json);
      audit_json_open_object (json, NULL);
      audit_json_string (
	  json, "name",
	  pair.lists[!removed]->list[pair.groups[!removed].first].name);
      if (wanted != AUDIT_NEW)
	write_entries (json, "old", old, pair.groups[0]);
      if (wanted != AUDIT_REMOVED)
	write_entries (json, "new", new, pair.groups[1]);
      audit_json_close_object (json);
      count++;
    }
  audit_json_close_list (json);
  return count;
}

static void
write_two (struct audit_json *json, const char *key, size_t old, size_t new)
{
  audit_json_open_list (json, key);
  audit_json_number (json, NULL, old);
  audit_json_number (json, NULL, new);
  audit_json_close_list (json);
}

/* The sizes of a class, NULL where it is not.  */

static void
write_sizes (struct audit_json *json, const struct audit_class *old,
	     const struct audit_class *new)
{
  write_two (json, "functions", old ? old->functions_count : 0,
	     new ? new->functions_count : 0);
  write_two (json, "calls", old ? old->sites_count : 0,
	     new ? new->sites_count : 0);
}

/* The classes of type ids, or the virtual ones, that grew or shrank.  Returns how
   many.  */

static size_t
write_classes (struct audit_json *json, const char *key,
	       const struct audit *old, const struct audit *new,
	       bool virtual_ones)
{
  const struct audit_class *first, *second;
  size_t at[2] = { 0, 0 }, count = 0;
  audit_json_break_line (json);
  audit_json_open_list (json, key);
  while (audit_next_class (virtual_ones ? &old->virtual_ids : &old->ids,
			   virtual_ones ? &new->virtual_ids : &new->ids, at,
			   &first, &second))
    {
      const struct audit_class *class = second ? second : first;
      uint32_t id = class->id;
      const struct audit_prototype *prototype
	  = virtual_ones ? NULL : audit_find_prototype (second ? new : old, id);
      audit_json_break_line (json);
      audit_json_open_object (json, NULL);
      audit_json_hexadecimal (json, "id", id);
      if (prototype)
	audit_json_string (json, "prototype",
			   prototype->declaration ? prototype->declaration
						  : prototype->string);
      write_sizes (json, first, second);
      audit_json_close_object (json);
      count++;
    }
  audit_json_close_list (json);
  return count;
}

/* How far the calls of AUDIT reach.  */

static void
write_reach (struct audit_json *json, const struct audit *audit)
{
  struct audit_reach reach;
  audit_measure_reach (audit, &reach);
  audit_json_open_object (json, NULL);
  audit_json_number (json, "pairs", reach.pairs);
  if (reach.checked)
    {
      int64_t removed = audit_removed_part (&reach, AUDIT_BASE_FUNCTIONS);
      audit_json_fraction (json, "mean", audit_mean_targets (&reach));
      audit_json_number (json, "median", reach.median);
      audit_json_number (json, "ninetieth", reach.ninetieth);
      audit_json_number (json, "largest", reach.largest);
      if (removed != INT64_MIN)
	audit_json_fraction (json, "removed_of_functions", removed);
    }
  audit_json_close_object (json);
}

size_t
audit_diff_json (struct kcfi_text *out, const struct audit *old,
		 const struct audit *new, const struct audit_options *options)
{
  struct audit_json json = { .out = out };
  struct audit_diff_entries before = audit_collect_entries (old);
  struct audit_diff_entries after = audit_collect_entries (new);
  size_t checked[2], unchecked[2], differences = 0;
  (void) options;
  audit_add_up (old, &checked[0], &unchecked[0]);
  audit_add_up (new, &checked[1], &unchecked[1]);
  audit_json_open_object (&json, NULL);
  audit_json_number (&json, "format", 1);
  differences += write_names (&json, "changed", &before, &after, AUDIT_CHANGED);
  differences += write_names (&json, "removed", &before, &after, AUDIT_REMOVED);
  differences += write_names (&json, "added", &before, &after, AUDIT_NEW);
  differences += write_classes (&json, "classes", old, new, false);
  differences += write_classes (&json, "virtual_classes", old, new, true);
  audit_json_break_line (&json);
  write_two (&json, "checked", checked[0], checked[1]);
  write_two (&json, "unchecked", unchecked[0], unchecked[1]);
  audit_json_open_list (&json, "reach");
  write_reach (&json, old);
  write_reach (&json, new);
  audit_json_close_list (&json);
  differences += checked[0] != checked[1] || unchecked[0] != unchecked[1];
  audit_json_number (&json, "differences", differences);
  audit_json_close_object (&json);
  kcfi_text_add (out, "\n");
  free (before.list);
  free (after.list);
  return differences;
}
