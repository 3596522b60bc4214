/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings that must be the same in all that is linked together: a call finds
   the hash only where the caller looks for it, and only if both have computed
   it the same way.

   Objects made by the plugin carry a settings record in .comment.  What
   contradicts itself in the bytes is found without it.  */

#include "consistency.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../../../gimple/ids/record.h"
#include "../base/array.h"
#include "../scan/scan.h"

/* In what the records ONE and OTHER differ; empty if that cannot be told, since one
   is of another version or has a setting that is not known here.  *AGREE tells
   whether they fit together: a unit of C and one of C++ have different words, but
   need not differ.  */

static struct kcfi_text
tell_differences (const char *one, const char *other, bool *agree)
{
  struct kcfi_record of_one, of_other;
  struct kcfi_text text = { 0 };
  bool read = kcfi_record_parse (&of_one, one)
	      && kcfi_record_parse (&of_other, other);
  if (read)
    kcfi_record_differences (&text, &of_one, &of_other);
  *agree = read && !text.length && of_one.has_virtual != of_other.has_virtual;
  return text;
}

/* FIRST_FILE has the record FIRST and FILE has RECORD, which is another one.  */

static void
add_mixed_records (struct audit *audit, const char *first_file,
		   const char *first, const char *file, const char *record)
{
  bool agree;
  struct kcfi_text differences = tell_differences (first, record, &agree);
  if (agree)
    ;
  else if (differences.length == 0)
    audit_add_common_finding (audit, AUDIT_PROBLEM_MIXED,
			      "%s has the record \"%s\", %s has \"%s\"",
			      first_file, first, file, record);
  else if (strcmp (first_file, file) == 0)
    audit_add_common_finding (
	audit, AUDIT_PROBLEM_MIXED,
	"parts of %s were compiled with different settings:"
	" %s",
	file, differences.bytes);
  else
    audit_add_common_finding (
	audit, AUDIT_PROBLEM_MIXED,
	"%s and %s were compiled with different settings: %s", first_file, file,
	differences.bytes);
  kcfi_text_free (&differences);
}

/* A record and the file that has it.  */

struct first_record
{
  const char *record;
  const char *file;
};

/* Compare RECORD of FILE with FIRST, or make it the first.  */

static void
compare_record (struct audit *audit, struct first_record *first,
		const char *record, const char *file)
{
  if (!first->record)
    *first = (struct first_record){ record, file };
  else if (strcmp (record, first->record) != 0)
    add_mixed_records (audit, first->file, first->record, file, record);
}

/* True if RECORD says how virtual calls are checked, as those of C++ do.  */

static bool
has_virtual_p (const char *record)
{
  struct kcfi_record read;
  return kcfi_record_parse (&read, record) && read.has_virtual;
}

/* Two records that differ, in one file or in two.  If the first says nothing of
   virtual calls, the first that does stands for that.  */

static void
compare_records (struct audit *audit)
{
  struct first_record first = { 0 }, first_virtual = { 0 };
  for (size_t f = 0; f < audit->files_count; f++)
    {
      const struct audit_file *file = &audit->files[f];
      for (size_t i = 0; i < file->settings.records_count; i++)
	{
	  const char *record = file->settings.records[i];
	  size_t before = audit->findings_count;
	  compare_record (audit, &first, record, file->elf.name);
	  if (audit->findings_count == before && has_virtual_p (record)
	      && !has_virtual_p (first.record))
	    compare_record (audit, &first_virtual, record, file->elf.name);
	}
    }
}

static bool
same_options (const struct kcfi_id_options *a, const struct kcfi_id_options *b)
{
  return a->hash == b->hash && a->normalize_integers == b->normalize_integers
	 && a->generalize_pointers == b->generalize_pointers;
}

/* Files whose ids are computed in different ways, as debug information shows
   where there is no record.  */

static void
compare_options (struct audit *audit)
{
  const struct audit_file *first = NULL;
  for (size_t f = 0; f < audit->files_count; f++)
    {
      const struct audit_file *file = &audit->files[f];
      if (!file->settings.records_count && !file->settings.hash_judged)
	continue;
      if (!first)
	first = file;
      else if (!same_options (&first->settings.id, &file->settings.id)
	       && !(first->settings.records_count
		    && file->settings.records_count))
	audit_add_common_finding (audit, AUDIT_PROBLEM_MIXED,
				  "%s and %s compute ids in different ways",
				  first->elf.name, file->elf.name);
    }
}

/* How many times calls look at OFFSET_OF_SITE for a hash that stands at
   OFFSET_OF_FUNCTION.  */
struct mismatch
{
  uint32_t site_offset;
  uint32_t function_offset;
  size_t classes;
  struct audit_member site;
  struct audit_member function;
};

struct mismatches
{
  struct mismatch *list;
  size_t list_count, list_capacity;
};

static void
add_mismatch (struct mismatches *mismatches, uint32_t site_offset,
	      uint32_t function_offset, const struct audit_member *site,
	      const struct audit_member *function)
{
  for (size_t i = 0; i < mismatches->list_count; i++)
    {
      struct mismatch *known = &mismatches->list[i];
      if (known->site_offset == site_offset
	  && known->function_offset == function_offset)
	{
	  known->classes++;
	  return;
	}
    }
  /* A file with hundreds of different offsets is beyond listing.  */
  if (mismatches->list_count < 64)
    AUDIT_APPEND (
	mismatches, list,
	(struct mismatch){ site_offset, function_offset, 1, *site, *function });
}

/* Compare what the functions and sites of CLASS say; all pairs would be too many:
   each site is compared with the first function and each function with the first
   site.  */

static void
compare_class (const struct audit *audit, const struct audit_ids *ids,
	       const struct audit_class *class, struct mismatches *mismatches)
{
  if (!class->functions_count || !class->sites_count)
    return;
  const struct audit_member *functions = &ids->functions[class->functions];
  const struct audit_member *sites = &ids->sites[class->sites];
  for (size_t n = 0; n < class->functions_count + class->sites_count; n++)
    {
      bool of_site = n < class->sites_count;
      const struct audit_member *site = of_site ? &sites[n] : &sites[0];
      const struct audit_member *function
	  = of_site ? &functions[0] : &functions[n - class->sites_count];
      uint32_t looked = audit_member_site (audit, site)->offset;
      const struct audit_preamble *preamble
	  = &audit->files[function->file].preambles[function->number];
      uint32_t stands
	  = ids == &audit->ids ? preamble->offset : preamble->virtual_offset;
      if (looked != stands)
	{
	  add_mismatch (mismatches, looked, stands, site, function);
	  return;
	}
    }
}

static void
report_mismatch (struct audit *audit, const struct mismatch *mismatch)
{
  const struct audit_file *file = &audit->files[mismatch->site.file];
  struct kcfi_text place = { 0 };
  audit_print_place (&place, &file->elf,
		     audit_member_site (audit, &mismatch->site)->address);
  audit_add_common_finding (
      audit, AUDIT_PROBLEM_MIXED,
      "calls look for the hash %" PRIu32 " bytes in front of functions that "
      "have it %" PRIu32 " bytes in front, in %zu class%s (%s in %s, %s in %s)",
      mismatch->site_offset, mismatch->function_offset, mismatch->classes,
      mismatch->classes == 1 ? "" : "es", place.bytes, file->elf.name,
      audit_member_function (audit, &mismatch->function)->name,
      audit->files[mismatch->function.file].elf.name);
  kcfi_text_free (&place);
}

/* In each class every site must look where every function has its hash.  */

static void
compare_offsets (struct audit *audit)
{
  struct mismatches mismatches = { 0 };
  for (size_t i = 0; i < audit->ids.classes_count; i++)
    compare_class (audit, &audit->ids, &audit->ids.classes[i], &mismatches);
  for (size_t i = 0; i < audit->virtual_ids.classes_count; i++)
    compare_class (audit, &audit->virtual_ids, &audit->virtual_ids.classes[i],
		   &mismatches);
  for (size_t i = 0; i < mismatches.list_count; i++)
    report_mismatch (audit, &mismatches.list[i]);
  free (mismatches.list);
}

/* With arity the preamble's movl names the number of arguments: of many
   functions some have arguments, so a file that only uses %eax is without.  */

static void
compare_arity (struct audit *audit)
{
  enum
  {
    ENOUGH = 16
  };
  const char *with = NULL, *without = NULL;
  for (size_t f = 0; f < audit->files_count; f++)
    {
      const struct audit_file *file = &audit->files[f];
      size_t present = 0, other = 0;
      if (!file->machine->has_preamble_symbols)
	continue;
      for (size_t i = 0; i < file->elf.functions_count; i++)
	{
	  present += file->preambles[i].present;
	  other += file->preambles[i].present && file->preambles[i].arity;
	}
      if (other)
	with = file->elf.name;
      else if (present >= ENOUGH)
	without = file->elf.name;
    }
  if (with && without)
    audit_add_common_finding (audit, AUDIT_PROBLEM_MIXED,
			      "%s has the number of arguments in its "
			      "preambles, %s does not",
			      with, without);
}

void
audit_compare_settings (struct audit *audit)
{
  compare_records (audit);
  compare_options (audit);
  compare_offsets (audit);
  compare_arity (audit);
}
