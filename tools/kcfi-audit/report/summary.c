/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting for the reports.  */

#include "summary.h"

#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../scan/scan.h"

static void
count_site (struct audit_file_summary *summary, const struct audit_site *site)
{
  summary->sites[site->kind]++;
  summary->reasons[site->reason]++;
  summary->fineibt += site->fineibt;
  if (site->is_virtual && site->reason == AUDIT_CHECKED)
    summary->virtual_checked++;
  else
    summary->virtual_unchecked += site->is_virtual;
  if (site->reason == AUDIT_CHECKED)
    summary->checked[site->kind]++;
  else if (audit_unexcused_p (site))
    summary->unchecked[site->kind]++;
  else
    summary->excused[site->kind]++;
}

static void
count_offset (struct audit_file_summary *summary, uint32_t offset)
{
  for (size_t i = 0; i < summary->offsets_count; i++)
    if (summary->offsets[i].offset == offset)
      {
	summary->offsets[i].count++;
	return;
      }
  if (summary->offsets_count == AUDIT_OFFSETS)
    summary->other_offsets++;
  else
    summary->offsets[summary->offsets_count++]
	= (struct audit_offset_count){ offset, 1 };
}

/* Add the bytes in front of the function NUMBER of FILE, which has a preamble.  */

static void
count_preamble_bytes (struct audit_file_summary *summary,
		      const struct audit_file *file, size_t number)
{
  const struct audit_function *function = &file->elf.functions[number];
  uint64_t before = file->elf.sections[function->section].address;
  uint64_t own = file->preambles[number].offset;
  if (number && function[-1].section == function->section)
    before = function[-1].end;
  /* The opcode of `movl $ID, %eax'.  */
  own += file->machine->has_preamble_symbols;
  summary->preamble_bytes += own;
  /* No alignment leaves more: something else is there.  */
  enum
  {
    MOST_PADDING = 127
  };
  uint64_t gap = function->address - before;
  if (gap > own && gap - own <= MOST_PADDING)
    summary->padding_bytes += gap - own;
}

static void
count_function (struct audit_file_summary *summary,
		const struct audit_file *file, size_t number)
{
  const struct audit_function *function = &file->elf.functions[number];
  const struct audit_preamble *preamble = &file->preambles[number];
  summary->functions++;
  summary->virtual_functions += preamble->has_virtual;
  if (!preamble->present)
    {
      summary->without++;
      summary->taken_without += preamble->taken;
      return;
    }
  summary->preambles++;
  count_preamble_bytes (summary, file, number);
  summary->never_taken += !preamble->mentioned;
  summary->arity += file->machine && preamble->arity;
  /* An object's section is where it is for our convenience only.  */
  uint64_t address = function->address;
  if (file->elf.relocatable)
    address -= file->elf.sections[function->section].address;
  unsigned alignment = 0;
  while (alignment + 1 < AUDIT_ALIGNMENTS && !(address >> alignment & 1))
    alignment++;
  summary->alignments[alignment]++;
  count_offset (summary, preamble->offset);
}

void
audit_summarize_file (const struct audit_file *file,
		      struct audit_file_summary *summary)
{
  memset (summary, 0, sizeof *summary);
  for (size_t i = 0; i < file->sites_count; i++)
    count_site (summary, &file->sites[i]);
  for (size_t i = 0; i < file->elf.functions_count; i++)
    count_function (summary, file, i);
  for (size_t i = 0; i < file->checks_count; i++)
    summary->check_bytes += file->checks[i].end - file->checks[i].address;
  summary->trap_bytes = sizeof (uint32_t) * file->traps_count;
}

static unsigned
histogram_bar (size_t functions)
{
  if (functions < 4)
    return (unsigned) functions - 1;
  unsigned bar = 3;
  for (functions >>= 3; functions; functions >>= 1)
    bar++;
  return bar;
}

void
audit_histogram_range (unsigned i, size_t *first, size_t *last)
{
  *first = i < 3 ? i + 1 : (size_t) 4 << (i - 3);
  *last = i < 3 ? i + 1 : *first * 2 - 1;
}

void
audit_summarize_classes (const struct audit_ids *ids,
			 struct audit_class_summary *summary)
{
  memset (summary, 0, sizeof *summary);
  for (size_t i = 0; i < ids->classes_count; i++)
    {
      const struct audit_class *class = &ids->classes[i];
      summary->site_ids += class->sites_count > 0;
      if (!class->functions_count)
	{
	  summary->without_function++;
	  continue;
	}
      summary->function_ids++;
      summary->single += class->functions_count == 1;
      summary->histogram[histogram_bar (class->functions_count)]++;
      if (!class->sites_count)
	{
	  summary->without_site++;
	  summary->unreachable_functions += class->functions_count;
	}
    }
  summary->most = 1;
  for (unsigned i = 0; i < sizeof summary->histogram / sizeof (size_t); i++)
    {
      if (summary->histogram[i])
	summary->bars = i + 1;
      if (summary->histogram[i] > summary->most)
	summary->most = summary->histogram[i];
    }
}

static const char *
choose_ending (size_t count)
{
  return count == 1 ? "" : "s";
}

char *
audit_describe_classes (const struct audit_class_summary *summary,
			enum audit_class_line line)
{
  struct kcfi_text text = { 0 };
  size_t never = summary->without_site;
  size_t functions = summary->unreachable_functions;
  switch (line)
    {
    case AUDIT_CLASS_FUNCTIONS:
      kcfi_text_printf (&text,
			"%zu id%s of functions, %zu of one function only",
			summary->function_ids,
			choose_ending (summary->function_ids), summary->single);
      break;
    case AUDIT_CLASS_CALLS:
      kcfi_text_printf (&text, "%zu id%s of checked calls, %zu of no function",
			summary->site_ids, choose_ending (summary->site_ids),
			summary->without_function);
      break;
    default:
      kcfi_text_printf (&text, "%zu id%s never called", never,
			never == 1 ? " is" : "s are");
      if (never)
	kcfi_text_printf (&text, ": no checked call reaches %s %zu function%s",
			  never == 1 ? "its" : "their", functions,
			  choose_ending (functions));
      break;
    }
  return kcfi_text_take (&text);
}

void
audit_list_findings (struct audit_named_findings *findings,
		     const struct audit *audit, enum audit_problem problem)
{
  for (size_t f = 0; f < audit->files_count; f++)
    for (size_t i = 0; i < audit->files[f].findings_count; i++)
      if (audit->files[f].findings[i].problem == problem)
	AUDIT_APPEND (
	    findings, list,
	    (struct audit_named_finding){ audit->files[f].elf.name,
					  audit->files[f].findings[i].text });
  for (size_t i = 0; i < audit->findings_count; i++)
    if (audit->findings[i].problem == problem)
      AUDIT_APPEND (
	  findings, list,
	  (struct audit_named_finding){ NULL, audit->findings[i].text });
}

const char *
audit_hash_name (const struct audit_settings *settings)
{
  return settings->id.hash == KCFI_HASH_FNV1A ? "FNV-1a" : "xxHash64";
}

static int
by_size (const void *a, const void *b)
{
  const struct audit_class *first = *(const struct audit_class *const *) a;
  const struct audit_class *second = *(const struct audit_class *const *) b;
  if (first->functions_count != second->functions_count)
    return audit_compare (second->functions_count, first->functions_count);
  if (first->sites_count != second->sites_count)
    return audit_compare (second->sites_count, first->sites_count);
  return audit_compare (first->id, second->id);
}

const struct audit_class **
audit_sorted_classes (const struct audit_ids *ids)
{
  const struct audit_class **list
      = kcfi_allocate (ids->classes_count * sizeof *list);
  for (size_t i = 0; i < ids->classes_count; i++)
    list[i] = &ids->classes[i];
  if (ids->classes_count)
    qsort (list, ids->classes_count, sizeof *list, by_size);
  return list;
}

bool
audit_virtual_p (const struct audit_file *file,
		 const struct audit_file_summary *summary)
{
  return summary->virtual_checked || summary->virtual_unchecked
	 || summary->virtual_functions || file->vtables.tables;
}

void
audit_print_settings (struct kcfi_text *text, const struct audit_file *file)
{
  const struct audit_settings *settings = &file->settings;
  for (size_t i = 0; i < settings->records_count; i++)
    kcfi_text_printf (text, "%s%s", i ? "; " : "", settings->records[i]);
  if (settings->records_count)
    return;
  kcfi_text_add (text, "no record");
  if (settings->hash_judged)
    kcfi_text_printf (text,
		      "; debug information shows hash=%s normalize-integers=%d "
		      "generalize-pointers=%d",
		      audit_hash_name (settings),
		      settings->id.normalize_integers,
		      settings->id.generalize_pointers);
}

const char *
audit_class_prototype (const struct audit *audit,
		       const struct audit_class *class)
{
  if (!class->prototypes_count)
    return NULL;
  const struct audit_prototype *prototypes
      = &audit->prototypes[class->prototypes];
  for (size_t i = 0; i < class->prototypes_count; i++)
    if (prototypes[i].declaration)
      return prototypes[i].declaration;
  return prototypes[0].string;
}
