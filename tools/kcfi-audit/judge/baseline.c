/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is worse than in an earlier build.

   Code moves, so calls are compared by function, reason and source file, and
   those of one such key are counted.  Their lines only tell which of several is
   new: an edit above a call, which moves its line, does not make it new.  */

#include "baseline.h"

#include <elf.h>
#include <string.h>

#include "../base/array.h"
#include "../scan/scan.h"

/* --- Collecting ---------------------------------------------------------- */

/* What FUNCTION is called in the source: without `.constprop.3', whose number is
   another in the next build.  */

static const char *
source_name (struct audit_baseline *baseline, const char *function)
{
  struct kcfi_text name = { 0 };
  size_t length = function[0] ? 1 + strcspn (function + 1, ".") : 0;
  kcfi_text_add_bytes (&name, function, length);
  const char *field
      = audit_baseline_field (baseline, name.bytes ? name.bytes : "");
  kcfi_text_free (&name);
  return field;
}

/* The function, name or section that ADDRESS of FILE lies in.  */

static const char *
name_of_place (struct audit_baseline *baseline, const struct audit_file *file,
	       uint64_t address)
{
  const struct audit_function *function
      = audit_function_at (&file->elf, address);
  if (!function)
    function = audit_label_before (&file->elf, address + 1);
  const struct audit_section *section
      = audit_section_at (&file->elf, address, 1);
  return function  ? source_name (baseline, function->name)
	 : section ? audit_baseline_field (baseline, section->name)
		   : "";
}

static void
collect_calls (const struct audit *audit, uint32_t number,
	       struct audit_baseline *baseline)
{
  const struct audit_file *file = &audit->files[number];
  for (uint32_t i = 0; i < file->sites_count; i++)
    {
      const struct audit_site *site = &file->sites[i];
      if (!audit_unexcused_p (site) || site->known)
	continue;
      const char *source = site->source ? site->source : "";
      const char *slash = strrchr (source, '/');
      struct audit_baseline_call call = {
	.function = name_of_place (baseline, file, site->address),
	.kind = site->kind == AUDIT_CALL ? "call" : "jump",
	.reason = audit_baseline_field (baseline, audit_reason_text (site)),
	.source = audit_baseline_field (baseline, slash ? slash + 1 : source),
	.line = site->line > 0 ? (size_t) site->line : 0,
	.file = number,
	.site = i
      };
      AUDIT_APPEND (baseline, calls, call);
    }
}

/* A function without preamble counts if a pointer may lead to it.  */

static void
collect_preambles (const struct audit *audit, uint32_t number,
		   struct audit_baseline *baseline)
{
  const struct audit_file *file = &audit->files[number];
  for (size_t i = 0; i < file->elf.functions_count; i++)
    {
      const struct audit_function *function = &file->elf.functions[i];
      const struct audit_preamble *preamble = &file->preambles[i];
      bool reached = function->binding != STB_LOCAL || preamble->mentioned;
      if (preamble->present || reached)
	AUDIT_APPEND (baseline, preambles,
		      (struct audit_baseline_preamble){
			  audit_baseline_field (baseline, function->name),
			  preamble->present, !preamble->present, number, i });
    }
}

static void
collect_classes (const struct audit *audit, const struct audit_ids *ids,
		 struct audit_baseline *baseline)
{
  for (size_t i = 0; i < ids->classes_count; i++)
    {
      const struct audit_class *class = &ids->classes[i];
      bool is_virtual = ids == &audit->virtual_ids;
      const struct audit_prototype *prototype
	  = is_virtual ? NULL : audit_find_prototype (audit, class->id);
      const char *name = !prototype		  ? NULL
			 : prototype->declaration ? prototype->declaration
						  : prototype->string;
      if (!class->functions_count || !class->sites_count)
	continue;
      if (!name)
	name = audit_member_function (audit, &ids->functions[class->functions])
		   ->name;
      AUDIT_APPEND (baseline, classes,
		    (struct audit_baseline_class){
			is_virtual, class->id, class->functions_count,
			class->sites_count,
			audit_baseline_field (baseline, name) });
    }
}

void
audit_collect_baseline (const struct audit *audit,
			struct audit_baseline *baseline)
{
  for (uint32_t i = 0; i < audit->files_count; i++)
    {
      collect_calls (audit, i, baseline);
      collect_preambles (audit, i, baseline);
    }
  collect_classes (audit, &audit->ids, baseline);
  collect_classes (audit, &audit->virtual_ids, baseline);
  audit_sort_baseline (baseline);
}

/* --- Comparing ----------------------------------------------------------- */

static void
report_call (struct audit *audit, const struct audit_baseline_call *call)
{
  struct audit_file *file = &audit->files[call->file];
  const struct audit_site *site = &file->sites[call->site];
  struct kcfi_text text = { 0 };
  audit_print_place (&text, &file->elf, site->address);
  if (site->source)
    kcfi_text_printf (&text, " (%s:%d)", site->source, site->line);
  audit_add_finding (file, AUDIT_PROBLEM_ADDED,
		     "%s at %s is unchecked and not in the baseline: %s",
		     call->kind, text.bytes, audit_reason_text (site));
  audit_place_finding (file, site->address, site->source, site->line);
  kcfi_text_free (&text);
}

/* The calls [FIRST, LAST) of a baseline's list.  */
struct range
{
  size_t first;
  size_t last;
};

/* The calls of LIST from FIRST on that have the key of CALL.  */

static struct range
range_of (const struct audit_baseline *list, size_t first,
	  const struct audit_baseline_call *call)
{
  while (first < list->calls_count
	 && audit_compare_baseline_calls (&list->calls[first], call) < 0)
    first++;
  struct range range = { first, first };
  while (range.last < list->calls_count
	 && !audit_compare_baseline_calls (&list->calls[range.last], call))
    range.last++;
  return range;
}

/* Report the calls NOW, those of one key in NEW, that are more than OLD has there,
   BEFORE: first those whose line OLD has not.  */

static void
compare_lines (struct audit *audit, const struct audit_baseline *old,
	       struct range before, const struct audit_baseline *new,
	       struct range now)
{
  size_t old_count = before.last - before.first;
  size_t new_count = now.last - now.first;
  size_t more = new_count > old_count ? new_count - old_count : 0;
  while (more && now.last > now.first)
    {
      const struct audit_baseline_call *call = &new->calls[now.last - 1];
      size_t line
	  = before.last > before.first ? old->calls[before.last - 1].line : 0;
      bool any = before.last > before.first;
      before.last -= any && line >= call->line;
      if (any && line > call->line)
	continue;
      now.last--;
      if (any && line == call->line)
	continue;
      report_call (audit, call);
      more--;
    }
}

static void
compare_calls (struct audit *audit, const struct audit_baseline *old,
	       const struct audit_baseline *new)
{
  struct range before = { 0, 0 }, now = { 0, 0 };
  while (now.last < new->calls_count)
    {
      const struct audit_baseline_call *call = &new->calls[now.last];
      now = range_of (new, now.last, call);
      before = range_of (old, before.last, call);
      compare_lines (audit, old, before, new, now);
    }
}

/* A class is larger if it has more functions; one that is not in the baseline,
   if it has more than the largest there.  */

static void
compare_classes (struct audit *audit, const struct audit_baseline *old,
		 const struct audit_baseline *new)
{
  size_t largest[2] = { 0, 0 };
  for (size_t i = 0; i < old->classes_count; i++)
    {
      const struct audit_baseline_class *class = &old->classes[i];
      if (class->functions > largest[class->is_virtual])
	largest[class->is_virtual] = class->functions;
    }
  for (size_t i = 0; i < new->classes_count; i++)
    {
      const struct audit_baseline_class *class = &new->classes[i];
      size_t at;
      AUDIT_SEARCH (at, old->classes_count,
		    audit_compare_baseline_classes (&old->classes[at], class)
			< 0);
      bool known
	  = at < old->classes_count
	    && !audit_compare_baseline_classes (&old->classes[at], class);
      size_t before
	  = known ? old->classes[at].functions : largest[class->is_virtual];
      if (class->functions > before)
	audit_add_common_finding (
	    audit, AUDIT_PROBLEM_GROWN,
	    "the %sid 0x%08x (%s), which is called, has %zu function%s, %s %zu",
	    class->is_virtual ? "virtual " : "", class->id, class->name,
	    class->functions, class->functions == 1 ? "" : "s",
	    known ? "in the baseline" : "the largest in the baseline", before);
    }
}

static void
compare_preambles (struct audit *audit, const struct audit_baseline *old,
		   const struct audit_baseline *new)
{
  for (size_t i = 0; i < new->preambles_count; i++)
    {
      const struct audit_baseline_preamble *now = &new->preambles[i];
      size_t at;
      AUDIT_SEARCH (at, old->preambles_count,
		    strcmp (old->preambles[at].function, now->function) < 0);
      if (at == old->preambles_count
	  || strcmp (old->preambles[at].function, now->function) != 0)
	continue;
      const struct audit_baseline_preamble *before = &old->preambles[at];
      if (now->without <= before->without || now->with >= before->with)
	continue;
      audit_add_finding (&audit->files[now->file], AUDIT_PROBLEM_LOST,
			 before->with == 1
			     ? "%s has no preamble, but had one in the "
			       "baseline"
			     : "%s: a function of this name has no preamble, "
			       "but had one in the baseline",
			 now->function);
      audit_place_function (&audit->files[now->file], now->number);
    }
}

void
audit_compare_baseline (struct audit *audit, const struct audit_baseline *old)
{
  struct audit_baseline new = { 0 };
  audit_collect_baseline (audit, &new);
  compare_calls (audit, old, &new);
  compare_classes (audit, old, &new);
  compare_preambles (audit, old, &new);
  audit_baseline_free (&new);
}
