/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through the units of a file's debug information.

   The settings that ids were made with come from the settings record.  Without
   one they are found out: of all combinations the one under which most of the
   first functions have the id that DWARF gives.  */

#include "debug.h"

#include <dwarf.h>
#include <elf.h>
#include <elfutils/libdw.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../../../gimple/ids/record.h"
#include "lines.h"
#include "debug-reader.h"
#include "relocate.h"
#include "removed.h"
#include "split.h"
#include "parts.h"
#include "types.h"
#include "walk.h"
#include "../base/progress.h"
#include "../base/string-set.h"
#include "../scan/preambles.h"
#include "../scan/scan.h"

enum
{
  SAMPLE = 300 /* Functions that settings are found from.  */
};

static struct kcfi_id_options
variant_options (unsigned variant)
{
  return (struct kcfi_id_options){ .hash = variant & 4 ? KCFI_HASH_FNV1A
						       : KCFI_HASH_XXHASH64,
				   .normalize_integers = variant & 1,
				   .generalize_pointers = variant & 2 };
}

/* Count the variants under which FUNCTION_TYPE has the id of PREAMBLE.  */

static void
sample_function (struct audit_debug_reader *reader,
		 const kcfi_type *function_type,
		 const struct audit_preamble *preamble)
{
  reader->sampled++;
  for (unsigned variant = 0; variant < AUDIT_VARIANTS; variant++)
    {
      struct kcfi_id_options options = variant_options (variant);
      char *string = kcfi_type_string (audit_types_model (reader->types),
				       function_type, NULL, &options);
      reader->matches[variant]
	  += audit_machine_id (reader->file,
			       kcfi_type_id (string, options.hash))
	     == preamble->id;
      free (string);
    }
}

/* --- Units --------------------------------------------------------------- */

static char *
parts_of (struct audit_debug_reader *reader, Dwarf_Die *die,
	  const kcfi_type *type)
{
  return audit_prototype_parts (audit_types_model (reader->types), type, die,
				reader->file->settings.id.normalize_integers);
}

/* Add STRING, the prototype of DIE, with its declaration unless that is known
   already.  */

static void
add_prototype (struct audit_debug_reader *reader, Dwarf_Die *die,
	       const kcfi_type *type, uint32_t id, const char *string)
{
  uint32_t *slot = &reader->declared[id % AUDIT_WITH_DECLARATION];
  if (*slot == id && id)
    return;
  *slot = id;
  char *declaration = audit_declaration (die, NULL, false);
  char *parts = reader->all_declarations ? parts_of (reader, die, type) : NULL;
  audit_add_prototype (reader->audit, id, string, declaration, parts);
  free (parts);
  free (declaration);
}

/* Where DIE is declared.  */

static void
note_place (struct audit_debug_reader *reader, Dwarf_Die *die,
	    struct audit_debug_function *note)
{
  const char *file = audit_decl_file (die);
  if (file)
    note->file = audit_strings_keep (&reader->audit->strings, file);
  dwarf_decl_line (die, &note->line);
}

static void
note_function (struct audit_debug_reader *reader, Dwarf_Die *die,
	       const kcfi_type *type, size_t number, const char *string)
{
  struct audit_debug_function *note = &reader->file->debug->functions[number];
  struct audit_strings **strings = &reader->audit->strings;
  note->string = audit_strings_keep (strings, string);
  /* Of those without preamble there may be findings.  */
  if (reader->all_declarations || !reader->file->preambles[number].present)
    note_place (reader, die, note);
  if (!reader->all_declarations)
    return;
  const char *name = dwarf_diename (die);
  char *declaration = audit_declaration (die, name, true);
  note->declaration = audit_strings_keep (strings, declaration);
  free (declaration);
  char *parts = parts_of (reader, die, type);
  note->parts = audit_strings_keep (strings, parts);
  free (parts);
}

/* The function in the file that the subprogram DIE is the code of.  */

static const struct audit_function *
function_of (const struct audit_debug_reader *reader, Dwarf_Die *die)
{
  Dwarf_Addr address, end;
  if (!audit_code_of (die, &address, &end)
      || audit_removed_p (reader->file, die))
    return NULL;
  address = audit_code_address (&reader->file->elf, address);
  const struct audit_function *function
      = audit_function_at (&reader->file->elf, address);
  if (!function || function->address == address)
    return function;
  /* GCC counts a function from behind the nops of its patchable entry.  */
  return audit_entry_nops_p (reader->file, function, address) ? function : NULL;
}

static void
read_prototype (struct audit_debug_reader *reader, Dwarf_Die *die)
{
  const struct audit_function *function
      = dwarf_tag (die) == DW_TAG_subprogram ? function_of (reader, die) : NULL;
  size_t number = function ? audit_function_number (reader->file, function) : 0;
  struct audit_preamble *preamble
      = function ? &reader->file->preambles[number] : NULL;
  if (reader->sampling
      && (!preamble || (!preamble->present && !preamble->candidate)))
    return;
  const kcfi_type *type = audit_read_function_type (reader->types, die);
  if (!type)
    return;
  if (reader->sampling)
    {
      sample_function (reader, type, preamble);
      return;
    }
  char *string = kcfi_type_string (audit_types_model (reader->types), type,
				   NULL, &reader->file->settings.id);
  uint32_t id = audit_machine_id (
      reader->file, kcfi_type_id (string, reader->file->settings.id.hash));
  bool numbered = kcfi_type_is_numbered (type);
  if (!numbered)
    add_prototype (reader, die, type, id, string);
  if (function)
    {
      note_function (reader, die, type, number, string);
      if (preamble->candidate && id == preamble->id)
	{
	  preamble->present = true;
	  preamble->doubtful = false;
	}
      if (preamble->present)
	{
	  /* What the bytes say counts.  */
	  if (numbered || id != preamble->id)
	    add_prototype (reader, die, type, preamble->id, string);
	  audit_compare_id (reader, die, function, preamble, string, numbered);
	}
    }
  free (string);
}

/* The prototypes in the unit CU: of functions, and of pointers to functions,
   which calls are made through.  */

static void
read_prototypes (struct audit_debug_reader *reader, Dwarf_Die *cu)
{
  uint64_t budget = audit_walk_budget (cu);
  Dwarf_Die child;
  if (!audit_first_child (cu, &child, &budget))
    return;
  do
    {
      int tag = dwarf_tag (&child);
      if (tag == DW_TAG_subprogram || tag == DW_TAG_subroutine_type)
	read_prototype (reader, &child);
    }
  while ((!reader->sampling || reader->sampled < SAMPLE)
	 && audit_next_child (&child, &budget));
}

static bool
language_c_p (Dwarf_Die *cu)
{
  switch (dwarf_srclang (cu))
    {
    case DW_LANG_C89:
    case DW_LANG_C:
    case DW_LANG_C99:
    case DW_LANG_C11:
    case 0x2c: /* DW_LANG_C17 of DWARF 6 */
    case 0x3e: /* DW_LANG_C23 */
      return true;
    default:
      return false;
    }
}

/* Read the unit CU, which has its own information.  */

static void
read_unit (struct audit_debug_reader *reader, Dwarf_Die *cu)
{
  if (!language_c_p (cu))
    {
      if (!reader->sampling && !audit_assembler_p (cu))
	reader->file->proof.foreign++;
      audit_mark_assembler (reader->file, cu);
      return;
    }
  if (!audit_describes_functions (cu))
    return;
  reader->types = audit_types_new (cu, reader->file->elf.machine);
  read_prototypes (reader, cu);
  audit_types_free (reader->types);
}

static void
read_units (struct audit_debug_reader *reader, Dwarf *dwarf)
{
  Dwarf_CU *unit = NULL;
  Dwarf_Die cu, split;
  uint8_t type;
  const struct audit_file *file = reader->file;
  uint64_t total = 0;
  for (size_t i = 1; i < file->elf.sections_count; i++)
    if (!strcmp (file->elf.sections[i].name, ".debug_info"))
      total = file->elf.sections[i].size;
  while (dwarf_get_units (dwarf, unit, &unit, NULL, &type, &cu, NULL) == 0
	 && !(reader->sampling && reader->sampled >= SAMPLE))
    {
      if (!reader->sampling)
	audit_progress (file->elf.name, "debug information",
			dwarf_dieoffset (&cu), total);
      if (type != DW_UT_skeleton && dwarf_tag (&cu) == DW_TAG_compile_unit)
	read_unit (reader, &cu);
      else if (type == DW_UT_skeleton
	       && audit_read_split_unit (file, &cu, &split))
	read_unit (reader, &split);
      else if (type == DW_UT_skeleton && !reader->sampling)
	reader->file->proof.split++;
    }
}

/* --- Settings ------------------------------------------------------------ */

/* False if there is no record that can be read.  Records that differ are a
   finding (consistency.c); the first counts.  */

static bool
settings_of_record (struct audit_settings *settings)
{
  struct kcfi_record record;
  if (!settings->records_count
      || !kcfi_record_parse (&record, settings->records[0]))
    return false;
  settings->id = record.id;
  return true;
}

/* The variant with the most matches; the plainest one of equals.  */

static void
settings_of_sample (struct audit_debug_reader *reader, Dwarf *dwarf)
{
  reader->sampling = true;
  read_units (reader, dwarf);
  reader->sampling = false;
  unsigned best = 0;
  for (unsigned variant = 1; variant < AUDIT_VARIANTS; variant++)
    if (reader->matches[variant] > reader->matches[best])
      best = variant;
  reader->file->settings.id = variant_options (best);
  reader->file->settings.hash_judged = reader->matches[best] > 0;
}

static Dwarf *
open_debug (const struct audit_file *file)
{
  audit_relocate_debug (&file->elf);
  return dwarf_begin_elf (file->elf.elf, DWARF_C_READ, NULL);
}

void
audit_debug_read (struct audit *audit, struct audit_file *file,
		  bool all_declarations)
{
  size_t present = 0;
  for (size_t i = 0; i < file->elf.functions_count; i++)
    present += file->preambles[i].present;
  bool recorded = settings_of_record (&file->settings);
  Dwarf *dwarf = open_debug (file);
  file->proof.without = present;
  if (!dwarf)
    return;
  size_t size = file->elf.functions_count * sizeof *file->debug->functions;
  file->debug = kcfi_allocate (sizeof *file->debug);
  file->debug->functions = memset (kcfi_allocate (size), 0, size);
  struct audit_debug_reader *reader = kcfi_allocate (sizeof *reader);
  memset (reader, 0, sizeof *reader);
  reader->audit = audit;
  reader->file = file;
  reader->all_declarations = all_declarations;
  if (!recorded)
    settings_of_sample (reader, dwarf);
  read_units (reader, dwarf);
  audit_add_lines (audit, file, dwarf);
  free (reader);
  dwarf_end (dwarf);
  const struct audit_proof *proof = &file->proof;
  size_t with = proof->equal + proof->different + proof->numbered
		+ proof->assumed + proof->undecided;
  file->proof.without = present > with ? present - with : 0;
}
