/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-audit diff: prototypes of functions by name, and classes by id.

   Names need not be unique: a kernel has many static functions of one name.
   Such are compared as the set of their ids.  Of listings each line counts, a
   function's or a call's.  */

#include "diff.h"

#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../model/listing.h"
#include "../base/escape.h"
#include "../report/names.h"
#include "../report/reach.h"
#include "../report/summary.h"

struct entry
{
  const char *name;
  bool has_id;
  uint32_t id;
  const char *prototype; /* Or NULL.  */
};

struct entries
{
  struct entry *list; /* By name, then id.  */
  size_t list_count, list_capacity;
};

struct differ
{
  struct kcfi_text *out;
  const struct audit_options *options;
  size_t differences;
  size_t listed; /* Of this kind.  */
};

static int
by_entry (const void *a, const void *b)
{
  const struct entry *first = a, *second = b;
  int order = strcmp (first->name, second->name);
  if (order)
    return order;
  if (first->has_id != second->has_id)
    return first->has_id - second->has_id;
  return audit_compare (first->id, second->id);
}

static void
collect_functions (const struct audit *audit, struct entries *entries)
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
			(struct entry){ file->elf.functions[i].name,
					preamble->present, preamble->id,
					declaration });
	}
    }
}

static void
collect_lines (const struct audit_listing *listing, struct entries *entries)
{
  for (size_t i = 0; listing && i < listing->lines_count; i++)
    {
      const struct audit_listed *line = &listing->lines[i];
      AUDIT_APPEND (entries, list,
		    (struct entry){ line->function, line->has_id, line->id,
				    line->string });
    }
}

/* Sort, and leave each (name, id) once.  */

static void
sort_entries (struct entries *entries)
{
  size_t kept = 0;
  if (entries->list_count)
    qsort (entries->list, entries->list_count, sizeof *entries->list, by_entry);
  for (size_t i = 0; i < entries->list_count; i++)
    if (!kept || by_entry (&entries->list[kept - 1], &entries->list[i]))
      entries->list[kept++] = entries->list[i];
  entries->list_count = kept;
}

static bool
line_wanted (struct differ *differ)
{
  differ->differences++;
  return differ->listed++ < differ->options->limit;
}

static void
start_kind (struct differ *differ, const char *heading)
{
  differ->listed = 0;
  kcfi_text_printf (differ->out, "%s\n", heading);
}

static void
end_kind (struct differ *differ)
{
  if (!differ->listed)
    kcfi_text_add (differ->out, "  none\n");
  else if (differ->listed > differ->options->limit)
    kcfi_text_printf (differ->out, "  ... and %zu more\n",
		      differ->listed - differ->options->limit);
}

static void
print_entry (struct differ *differ, char mark, const struct entry *entry)
{
  struct kcfi_text text = { 0 };
  if (entry->has_id)
    kcfi_text_printf (&text, "0x%08x  ", entry->id);
  else
    kcfi_text_add (&text, "no id       ");
  audit_escape_text (&text, entry->prototype ? entry->prototype : "?");
  kcfi_text_printf (differ->out, "    %c %s\n", mark, text.bytes);
  kcfi_text_free (&text);
}

/* The entries [FIRST, LAST) of a name.  */
struct group
{
  size_t first;
  size_t last;
};

static struct group
group_at (const struct entries *entries, size_t first)
{
  struct group group = { first, first };
  while (group.last < entries->list_count
	 && !strcmp (entries->list[group.last].name, entries->list[first].name))
    group.last++;
  return group;
}

static bool
has_entry (const struct entries *entries, struct group group,
	   const struct entry *entry)
{
  for (size_t i = group.first; i < group.last; i++)
    if (!by_entry (&entries->list[i], entry))
      return true;
  return false;
}

/* The ids that one of OLD and NEW, groups of one name, has and the other has
   not.  */

static void
compare_groups (struct differ *differ, const struct entries *old,
		struct group old_group, const struct entries *new,
		struct group new_group)
{
  bool changed = false, print = false;
  for (unsigned pass = 0; pass < 2; pass++)
    {
      const struct entries *own = pass ? new : old;
      const struct entries *other = pass ? old : new;
      struct group group = pass ? new_group : old_group;
      struct group other_group = pass ? old_group : new_group;
      for (size_t i = group.first; i < group.last; i++)
	{
	  const struct entry *entry = &own->list[i];
	  if (has_entry (other, other_group, entry))
	    continue;
	  if (!changed)
	    {
	      changed = true;
	      print = line_wanted (differ);
	      if (print)
		{
		  kcfi_text_add (differ->out, "  ");
		  audit_add_names (differ->out, entry->name, differ->options);
		  kcfi_text_add (differ->out, "\n");
		}
	    }
	  if (print)
	    print_entry (differ, pass ? '+' : '-', entry);
	}
    }
}

enum comparison
{
  REMOVED,
  ADDED,
  CHANGED
};

/* Walk both sorted lists by name; do what WANTED says.  */

static void
compare_names (struct differ *differ, const struct entries *old,
	       const struct entries *new, enum comparison wanted)
{
  struct group first = group_at (old, 0), second = group_at (new, 0);
  while (first.first < old->list_count || second.first < new->list_count)
    {
      int order = first.first >= old->list_count ? 1
		  : second.first >= new->list_count
		      ? -1
		      : strcmp (old->list[first.first].name,
				new->list[second.first].name);
      if (order == 0 && wanted == CHANGED)
	compare_groups (differ, old, first, new, second);
      else if ((order < 0 && wanted == REMOVED)
	       || (order > 0 && wanted == ADDED))
	{
	  const struct entry *entry
	      = order < 0 ? &old->list[first.first] : &new->list[second.first];
	  if (line_wanted (differ))
	    {
	      kcfi_text_add (differ->out, "  ");
	      audit_add_names (differ->out, entry->name, differ->options);
	      kcfi_text_add (differ->out, "\n");
	    }
	}
      if (order <= 0)
	first = group_at (old, first.last);
      if (order >= 0)
	second = group_at (new, second.last);
    }
}

/* The sizes of class ID before and after; what it is stands behind them: a
   prototype, or for a virtual id a function that has it.  */

static void
print_class (struct differ *differ, uint32_t id, const struct audit_class *old,
	     const struct audit_class *new)
{
  kcfi_text_printf (
      differ->out, "  0x%08x  functions %zu -> %zu, calls %zu -> %zu  ", id,
      old ? old->functions_count : 0, new ? new->functions_count : 0,
      old ? old->sites_count : 0, new ? new->sites_count : 0);
}

static void
print_prototype (struct differ *differ, const struct audit *audit, uint32_t id)
{
  const struct audit_prototype *prototype = audit_find_prototype (audit, id);
  audit_escape_text (differ->out, !prototype ? "?"
				  : prototype->declaration
				      ? prototype->declaration
				      : prototype->string);
}

static void
print_virtual_function (struct differ *differ, const struct audit *audit,
			const struct audit_class *class)
{
  if (!class->functions_count)
    {
      kcfi_text_add (differ->out, "?");
      return;
    }
  const struct audit_member *member
      = &audit->virtual_ids.functions[class->functions];
  audit_add_names (differ->out, audit_member_function (audit, member)->name,
		   differ->options);
}

/* The classes of one kind, VIRTUAL_ONES or type ids.  */

static void
compare_classes (struct differ *differ, const struct audit *old_audit,
		 const struct audit *new_audit, bool virtual_ones)
{
  const struct audit_ids *old
      = virtual_ones ? &old_audit->virtual_ids : &old_audit->ids;
  const struct audit_ids *new
      = virtual_ones ? &new_audit->virtual_ids : &new_audit->ids;
  size_t i = 0, j = 0;
  while (i < old->classes_count || j < new->classes_count)
    {
      const struct audit_class *first
	  = i < old->classes_count ? &old->classes[i] : NULL;
      const struct audit_class *second
	  = j < new->classes_count ? &new->classes[j] : NULL;
      if (first && second && first->id != second->id)
	*(first->id < second->id ? &second : &first) = NULL;
      const struct audit *audit = second ? new_audit : old_audit;
      const struct audit_class *class = second ? second : first;
      if ((!first || !second
	   || first->functions_count != second->functions_count
	   || first->sites_count != second->sites_count)
	  && line_wanted (differ))
	{
	  print_class (differ, class->id, first, second);
	  if (virtual_ones)
	    print_virtual_function (differ, audit, class);
	  else
	    print_prototype (differ, audit, class->id);
	  kcfi_text_add (differ->out, "\n");
	}
      i += first != NULL;
      j += second != NULL;
    }
}

static void
add_up (const struct audit *audit, size_t *checked, size_t *unchecked)
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

/* How far calls reach before and after: figures that follow from the classes, and no
   differences of their own.  */

static void
print_reach (struct kcfi_text *out, const struct audit *old,
	     const struct audit *new)
{
  const struct audit *audits[2] = { old, new };
  for (unsigned i = 0; i < 2; i++)
    {
      struct audit_reach reach;
      audit_measure_reach (audits[i], &reach);
      if (!reach.checked)
	continue;
      kcfi_text_printf (out, "Targets of calls, %s: ", i ? "new" : "old");
      audit_describe_targets (out, &reach);
      kcfi_text_printf (out, "\nRemoved, %s: ", i ? "new" : "old");
      audit_describe_removed (out, &reach);
      kcfi_text_add (out, "\n");
    }
}

size_t
audit_diff (struct kcfi_text *out, const struct audit *old,
	    const struct audit *new, const struct audit_options *options)
{
  struct differ differ = { .out = out, .options = options };
  struct entries before = { 0 }, after = { 0 };
  size_t checked[2], unchecked[2];
  collect_functions (old, &before);
  collect_lines (old->listing, &before);
  collect_functions (new, &after);
  collect_lines (new->listing, &after);
  sort_entries (&before);
  sort_entries (&after);
  start_kind (&differ, "Changed type ids");
  compare_names (&differ, &before, &after, CHANGED);
  end_kind (&differ);
  start_kind (&differ, "Removed functions");
  compare_names (&differ, &before, &after, REMOVED);
  end_kind (&differ);
  start_kind (&differ, "New functions");
  compare_names (&differ, &before, &after, ADDED);
  end_kind (&differ);
  start_kind (&differ, "Changed classes");
  compare_classes (&differ, old, new, false);
  end_kind (&differ);
  if (old->virtual_ids.classes_count || new->virtual_ids.classes_count)
    {
      start_kind (&differ, "Changed virtual classes");
      compare_classes (&differ, old, new, true);
      end_kind (&differ);
    }
  add_up (old, &checked[0], &unchecked[0]);
  add_up (new, &checked[1], &unchecked[1]);
  kcfi_text_printf (out,
		    "Calls and jumps: checked %zu -> %zu, unchecked %zu "
		    "-> %zu\n",
		    checked[0], checked[1], unchecked[0], unchecked[1]);
  print_reach (out, old, new);
  differ.differences
      += checked[0] != checked[1] || unchecked[0] != unchecked[1];
  free (before.list);
  free (after.list);
  return differ.differences;
}
