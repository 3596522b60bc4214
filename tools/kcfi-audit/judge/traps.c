/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traps.  On aarch64 and arm the instruction itself says that it is KCFI's.  On
   the others there is the trap table: .kcfi_traps in objects, __kcfi_traps in a
   linked kernel. Each entry is the address of a trapping instruction relative
   to the entry, four bytes.  It must name the trap of each check, and nothing
   else.  */

#include "traps.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../scan/relative.h"
#include "../scan/scan.h"

static void
print_place (char **place, const struct audit_file *file, uint64_t address)
{
  struct kcfi_text text = { 0 };
  audit_print_place (&text, &file->elf, address);
  free (*place);
  *place = kcfi_text_take (&text);
}

static int
by_value (const void *a, const void *b)
{
  uint64_t first = *(const uint64_t *) a, second = *(const uint64_t *) b;
  return audit_compare (first, second);
}

static void
read_section (struct audit_file *file, const struct audit_section *section)
{
  if (section->size % 4)
    audit_add_finding (file, AUDIT_PROBLEM_TRAPS,
		       "%s is not a multiple of four bytes long",
		       section->name);
  for (uint64_t at = 0; at + 4 <= section->size; at += 4)
    {
      uint64_t trap;
      if (audit_read_relative (file, section->bytes + at, section->address + at,
			       &trap))
	AUDIT_APPEND (file, traps, trap);
      else
	audit_add_finding (file, AUDIT_PROBLEM_TRAPS,
			   "%s: entry %" PRIu64 " has no valid relocation",
			   section->name, at / 4);
    }
}

/* The trap at ADDRESS, in words PLACE, is what WHAT says.  */

static void
report_trap (struct audit_file *file, uint64_t address, const char *place,
	     const char *what)
{
  audit_add_finding (file, AUDIT_PROBLEM_TRAPS, "%s %s", place, what);
  audit_place_finding (file, address, NULL, 0);
}

/* Walk both sorted lists together.  */

static void
compare_with_checks (struct audit_file *file)
{
  size_t entry = 0;
  char *place = NULL;
  for (size_t i = 0; i < file->checks_count || entry < file->traps_count;)
    {
      uint64_t check
	  = i < file->checks_count ? file->checks[i].trap : UINT64_MAX;
      uint64_t listed
	  = entry < file->traps_count ? file->traps[entry] : UINT64_MAX;
      print_place (&place, file, listed < check ? listed : check);
      if (listed < check)
	report_trap (file, listed, place,
		     "is in the trap table but no check traps there");
      else if (check < listed)
	report_trap (file, check, place, "traps but is not in the trap table");
      if (listed <= check)
	{
	  entry++;
	  if (entry < file->traps_count && file->traps[entry] == listed)
	    report_trap (file, listed, place, "is in the trap table twice");
	  while (entry < file->traps_count && file->traps[entry] == listed)
	    entry++;
	}
      i += check <= listed;
    }
  free (place);
}

/* Where there is no table the trap's own number says which register has the
   target, and on aarch64 which the id.  */

static void
judge_trap_numbers (struct audit_file *file)
{
  char *place = NULL;
  for (size_t i = 0; i < file->checks_count; i++)
    if (file->checks[i].wrong_trap)
      {
	print_place (&place, file, file->checks[i].trap);
	audit_add_finding (
	    file, AUDIT_PROBLEM_TRAPS,
	    "the trap at %s names other registers than its check "
	    "uses",
	    place);
	audit_place_finding (file, file->checks[i].trap, NULL, 0);
      }
  for (size_t i = 0; i < file->strays_count; i++)
    {
      print_place (&place, file, file->strays[i]);
      report_trap (file, file->strays[i], place,
		   "is a KCFI trap without a check");
    }
  free (place);
}

static bool
trap_section_p (const struct audit_section *section)
{
  return section->bytes
	 && (!strcmp (section->name, ".kcfi_traps")
	     || !strcmp (section->name, "__kcfi_traps"));
}

void
audit_read_traps (struct audit_file *file)
{
  if (!file->machine->has_trap_table)
    return;
  for (size_t i = 1; i < file->elf.sections_count; i++)
    {
      const struct audit_section *section = &file->elf.sections[i];
      if (trap_section_p (section))
	read_section (file, section);
    }
  if (file->traps_count)
    qsort (file->traps, file->traps_count, sizeof *file->traps, by_value);
}

/* True if FILE has checks and no table at all: one thing to say, not one of each
   check.  */

static bool
no_table_p (const struct audit_file *file)
{
  if (!file->checks_count || file->traps_count)
    return false;
  for (size_t i = 1; i < file->elf.sections_count; i++)
    if (trap_section_p (&file->elf.sections[i]))
      return false;
  return true;
}

void
audit_judge_traps (struct audit_file *file)
{
  judge_trap_numbers (file);
  if (!file->machine->has_trap_table)
    return;
  if (no_table_p (file))
    audit_add_finding (file, AUDIT_PROBLEM_TRAPS,
		       "there is no trap table for %zu check%s: a linker "
		       "script has dropped .kcfi_traps, or it was left out on "
		       "purpose (no-trap-table)",
		       file->checks_count, file->checks_count == 1 ? "" : "s");
  else
    compare_with_checks (file);
}
