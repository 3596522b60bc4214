/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an attacker who has overwritten a pointer can still reach.  */

#include "reach.h"

#include <elf.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"

enum
{
  MILLION = 1000000
};

struct counts
{
  size_t *list;
  size_t list_count, list_capacity;
};

static int
by_count (const void *a, const void *b)
{
  return audit_compare (*(const size_t *) a, *(const size_t *) b);
}

/* The number of which PERCENT of the sorted COUNTS are at most: there are some.  */

static size_t
rank (const struct counts *counts, size_t percent)
{
  return counts->list[(counts->list_count * percent + 99) / 100 - 1];
}

static void
add_calls (const struct audit *audit, const struct audit_file *file,
	   struct audit_reach *reach, struct counts *counts)
{
  for (size_t i = 0; i < file->sites_count; i++)
    {
      const struct audit_site *site = &file->sites[i];
      if (site->reason != AUDIT_CHECKED)
	{
	  reach->unchecked += audit_unexcused_p (site);
	  continue;
	}
      const struct audit_class *class = audit_find_class (
	  site->is_virtual ? &audit->virtual_ids : &audit->ids, site->id);
      size_t targets = class ? class->functions_count : 0;
      reach->checked++;
      reach->pairs += targets;
      AUDIT_APPEND (counts, list, targets);
    }
}

static void
add_bases (const struct audit_file *file, struct audit_reach *reach)
{
  reach->bases[AUDIT_BASE_FUNCTIONS] += file->elf.functions_count;
  for (size_t i = 0; i < file->elf.functions_count; i++)
    reach->bases[AUDIT_BASE_TAKEN] += file->preambles[i].mentioned;
  for (size_t i = 0; i < file->elf.loaded_count; i++)
    {
      const struct audit_section *section
	  = &file->elf.sections[file->elf.loaded[i]];
      if (section->flags & SHF_EXECINSTR)
	reach->bases[AUDIT_BASE_BYTES] += section->size;
    }
}

/* Set the ranks of REACH by COUNTS, which is freed.  */

static void
set_ranks (struct audit_reach *reach, struct counts *counts)
{
  if (!counts->list_count)
    return;
  qsort (counts->list, counts->list_count, sizeof *counts->list, by_count);
  reach->median = rank (counts, 50);
  reach->ninetieth = rank (counts, 90);
  reach->largest = counts->list[counts->list_count - 1];
  free (counts->list);
}

void
audit_measure_reach (const struct audit *audit, struct audit_reach *reach)
{
  struct counts counts = { 0 };
  *reach = (struct audit_reach){ 0 };
  for (size_t i = 0; i < audit->files_count; i++)
    {
      add_calls (audit, &audit->files[i], reach, &counts);
      add_bases (&audit->files[i], reach);
    }
  set_ranks (reach, &counts);
}

void
audit_measure_file_reach (const struct audit *audit,
			  const struct audit_file *file,
			  const struct audit_reach *all,
			  struct audit_reach *reach)
{
  struct counts counts = { 0 };
  *reach = (struct audit_reach){ 0 };
  memcpy (reach->bases, all->bases, sizeof reach->bases);
  add_calls (audit, file, reach, &counts);
  set_ranks (reach, &counts);
}

int64_t
audit_mean_targets (const struct audit_reach *reach)
{
  return reach->checked ? (int64_t) ((double) reach->pairs * MILLION
				     / (double) reach->checked)
			: -1;
}

int64_t
audit_removed_part (const struct audit_reach *reach, enum audit_base base)
{
  double calls = (double) reach->checked + (double) reach->unchecked;
  double all = (double) reach->bases[base];
  if (calls == 0 || all == 0)
    return INT64_MIN;
  double left = (double) reach->pairs + (double) reach->unchecked * all;
  double part = (1 - left / (calls * all)) * MILLION;
  /* Down, also below zero.  */
  int64_t whole = (int64_t) part;
  return whole - (part < (double) whole);
}

void
audit_print_part (struct kcfi_text *out, int64_t part)
{
  int64_t hundredths = part / 100 - (part < 0 && part % 100);
  int64_t magnitude = hundredths < 0 ? -hundredths : hundredths;
  kcfi_text_printf (out, "%s%" PRId64 ".%02d %%", hundredths < 0 ? "-" : "",
		    magnitude / 100, (int) (magnitude % 100));
}

void
audit_describe_targets (struct kcfi_text *out, const struct audit_reach *reach)
{
  int64_t mean = audit_mean_targets (reach);
  kcfi_text_printf (out,
		    "%zu checked call%s: mean %" PRId64 ".%d, median %zu, "
		    "90 %% have at most %zu, largest %zu",
		    reach->checked, reach->checked == 1 ? "" : "s",
		    mean / MILLION, (int) (mean % MILLION / (MILLION / 10)),
		    reach->median, reach->ninetieth, reach->largest);
}

void
audit_describe_removed (struct kcfi_text *out, const struct audit_reach *reach)
{
  static const char *const names[AUDIT_BASES]
      = { [AUDIT_BASE_FUNCTIONS] = "functions",
	  [AUDIT_BASE_TAKEN] = "functions whose address is taken",
	  [AUDIT_BASE_BYTES] = "bytes of code" };
  bool any = false;
  for (unsigned base = 0; base < AUDIT_BASES; base++)
    {
      int64_t part = audit_removed_part (reach, base);
      if (part == INT64_MIN)
	continue;
      kcfi_text_add (out, any ? ", " : "");
      audit_print_part (out, part);
      kcfi_text_printf (out, " of %" PRIu64 " %s", reach->bases[base],
			names[base]);
      any = true;
    }
}

static int
by_pairs (const void *a, const void *b)
{
  const struct audit_class *first = *(const struct audit_class *const *) a;
  const struct audit_class *second = *(const struct audit_class *const *) b;
  int order = audit_compare (second->functions_count * second->sites_count,
			     first->functions_count * first->sites_count);
  return order ? order : audit_compare (first->id, second->id);
}

const struct audit_class **
audit_reaching_classes (const struct audit_ids *ids)
{
  const struct audit_class **list
      = kcfi_allocate (ids->classes_count * sizeof *list);
  for (size_t i = 0; i < ids->classes_count; i++)
    list[i] = &ids->classes[i];
  if (ids->classes_count)
    qsort (list, ids->classes_count, sizeof *list, by_pairs);
  return list;
}
