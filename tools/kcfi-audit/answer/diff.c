/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-audit diff as text: prototypes of functions by name, and classes by id.  */

#include "diff.h"

#include <stdlib.h>

#include "../base/escape.h"
#include "../report/names.h"
#include "../report/reach.h"
#include "diff-items.h"

struct differ
{
  struct kcfi_text *out;
  const struct audit_options *options;
  size_t differences;
  size_t listed; /* Of this kind.  */
};

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
print_entry (struct differ *differ, char mark,
	     const struct audit_diff_entry *entry)
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

/* The name that PAIR is of, as a line.  */

static void
print_name (struct differ *differ, const struct audit_entry_pair *pair)
{
  bool removed = pair->groups[0].first < pair->groups[0].last;
  const struct audit_diff_entry *entry
      = &pair->lists[!removed]->list[pair->groups[!removed].first];
  kcfi_text_add (differ->out, "  ");
  audit_add_names (differ->out, entry->name, differ->options);
  kcfi_text_add (differ->out, "\n");
}

/* The ids that one build has and the other has not.  */

static void
print_ids (struct differ *differ, const struct audit_entry_pair *pair)
{
  for (unsigned i = 0; i < 2; i++)
    for (size_t n = pair->groups[i].first; n < pair->groups[i].last; n++)
      {
	const struct audit_diff_entry *entry = &pair->lists[i]->list[n];
	if (!audit_group_has (pair->lists[!i], pair->groups[!i], entry))
	  print_entry (differ, i ? '+' : '-', entry);
      }
}

static void
compare_names (struct differ *differ, const struct audit_diff_entries *old,
	       const struct audit_diff_entries *new,
	       enum audit_comparison wanted)
{
  struct audit_entry_pair pair = { 0 };
  while (audit_next_pair (old, new, wanted, &pair))
    if (line_wanted (differ))
      {
	print_name (differ, &pair);
	if (wanted == AUDIT_CHANGED)
	  print_ids (differ, &pair);
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
  const struct audit_class *first, *second;
  size_t at[2] = { 0, 0 };
  while (audit_next_class (old, new, at, &first, &second))
    {
      const struct audit *audit = second ? new_audit : old_audit;
      const struct audit_class *class = second ? second : first;
      if (!line_wanted (differ))
	continue;
      print_class (differ, class->id, first, second);
      if (virtual_ones)
	print_virtual_function (differ, audit, class);
      else
	print_prototype (differ, audit, class->id);
      kcfi_text_add (differ->out, "\n");
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
  struct audit_diff_entries before = audit_collect_entries (old);
  struct audit_diff_entries after = audit_collect_entries (new);
  size_t checked[2], unchecked[2];
  start_kind (&differ, "Changed type ids");
  compare_names (&differ, &before, &after, AUDIT_CHANGED);
  end_kind (&differ);
  start_kind (&differ, "Removed functions");
  compare_names (&differ, &before, &after, AUDIT_REMOVED);
  end_kind (&differ);
  start_kind (&differ, "New functions");
  compare_names (&differ, &before, &after, AUDIT_NEW);
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
  audit_add_up (old, &checked[0], &unchecked[0]);
  audit_add_up (new, &checked[1], &unchecked[1]);
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
