/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Virtual calls and virtual tables of C++ (doc/abi.md "The second word of C++").

   A check is of the second word if it looks where no type id stands, but where the
   file's settings record says that second words stand or where some do, or if a
   function has the number that it compares with there and not where the type id
   stands.  Without a check only the code is left to judge by:
   see loads_slot in model/sites.h.

   Virtual tables are known by their symbols, _ZTV and (while an object is made)
   _ZTC.  Their entries are relocations in objects and where the loader writes
   them, else addresses.  */

#include "virtual.h"

#include <elf.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../../../gimple/ids/record.h"
#include "../base/array.h"
#include "../scan/scan.h"

/* --- Calls --------------------------------------------------------------- */

/* A second word: a number, and how far in front of the function it stands.  */

struct word
{
  uint32_t id;
  uint32_t offset;
};

enum
{
  MAX_OFFSETS = 64
};

struct words
{
  struct word *list; /* By id, then offset.  */
  size_t list_count, list_capacity;
  uint32_t offsets[MAX_OFFSETS];
  size_t offsets_count;
};

static int
by_word (const void *a, const void *b)
{
  const struct word *first = a, *second = b;
  int order = audit_compare (first->id, second->id);
  return order ? order : audit_compare (first->offset, second->offset);
}

/* True if one of WORDS stands OFFSET bytes in front of its function.  */

static bool
has_offset_p (const struct words *words, uint32_t offset)
{
  for (size_t i = 0; i < words->offsets_count; i++)
    if (words->offsets[i] == offset)
      return true;
  return false;
}

static void
add_offset (struct words *words, uint32_t offset)
{
  /* A program with more different ones is beyond help.  */
  if (words->offsets_count < MAX_OFFSETS && !has_offset_p (words, offset))
    words->offsets[words->offsets_count++] = offset;
}

static void
add_word (struct words *words, uint32_t id, uint32_t offset)
{
  AUDIT_APPEND (words, list, (struct word){ id, offset });
  add_offset (words, offset);
}

/* The second words, and the first ones, of all functions of AUDIT.  */

static void
collect_words (const struct audit *audit, struct words *second,
	       struct words *first)
{
  for (size_t f = 0; f < audit->files_count; f++)
    for (size_t i = 0; i < audit->files[f].elf.functions_count; i++)
      {
	const struct audit_preamble *preamble = &audit->files[f].preambles[i];
	if (preamble->has_virtual)
	  add_word (second, preamble->virtual_id, preamble->virtual_offset);
	if (preamble->present)
	  add_word (first, preamble->id, preamble->offset);
      }
  if (second->list_count)
    qsort (second->list, second->list_count, sizeof *second->list, by_word);
  if (first->list_count)
    qsort (first->list, first->list_count, sizeof *first->list, by_word);
}

static bool
has_word_p (const struct words *words, const struct audit_site *site)
{
  struct word key = { site->id, site->offset };
  return words->list_count
	 && bsearch (&key, words->list, words->list_count, sizeof key, by_word);
}

/* Where second words stand in FILE, as its records say, in OFFSETS.  */

static void
collect_recorded (const struct audit_file *file, struct words *offsets)
{
  unsigned machine = file->elf.machine;
  for (size_t i = 0; i < file->settings.records_count; i++)
    {
      struct kcfi_record record;
      if (!kcfi_record_parse (&record, file->settings.records[i])
	  || record.virtual_mode == KCFI_VIRTUAL_OFF)
	continue;
      /* On x86 a nop has one byte, and the movl of the type id is one byte
	 more than the id.  */
      if (machine == EM_X86_64 || machine == EM_386)
	add_offset (offsets, 9 + record.prefix);
      else
	add_offset (offsets, 8 + 4 * record.prefix);
      /* Compressed, and Thumb.  */
      if (machine == EM_RISCV || machine == EM_ARM)
	add_offset (offsets, 8 + 2 * record.prefix);
    }
}

static void
mark_site (const struct audit_file *file, const struct words *recorded,
	   const struct words *second, const struct words *first,
	   struct audit_site *site)
{
  if (site->reason == AUDIT_CHECKED)
    site->is_virtual
	= ((has_offset_p (recorded, site->offset)
	    || has_offset_p (second, site->offset))
	   && !has_offset_p (first, site->offset))
	  || (has_word_p (second, site) && !has_word_p (first, site));
  else if (site->reason == AUDIT_LISTED)
    site->is_virtual = !strcmp (site->listed, "virtual");
  else
    {
      const struct audit_function *function
	  = site->loads_slot ? audit_function_at (&file->elf, site->address)
			     : NULL;
      site->is_virtual = audit_unexcused_p (site) && function
			 && !strncmp (function->name, "_Z", 2);
    }
}

/* --- Tables -------------------------------------------------------------- */

/* The code that the pointer at PLACE, a multiple of its size, leads to; NULL if
   it is no function of FILE.  */

static const struct audit_function *
entry_function (const struct audit_file *file, uint64_t place, unsigned size)
{
  const struct audit_relocation *relocation
      = audit_relocation_at (&file->elf, place);
  const unsigned char *bytes = audit_bytes_at (&file->elf, place, size);
  uint64_t target = bytes ? audit_data (&file->elf, bytes, size) : 0;
  bool known = true;
  if (relocation)
    target = audit_relocation_value (&file->elf, relocation, &known);
  else if (file->elf.relocatable)
    known = false;
  return known ? audit_function_starting_at (
	     &file->elf, audit_code_address (&file->elf, target))
	       : NULL;
}

/* Runtime functions that end the program: a call of a pure or deleted function
   traps at its check.  */

static bool
ends_program_p (const struct audit_function *function)
{
  return !strcmp (function->name, "__cxa_pure_virtual")
	 || !strcmp (function->name, "__cxa_deleted_virtual");
}

static void
read_table (struct audit_file *file, const struct audit_symbol *table,
	    bool checked)
{
  unsigned size = file->elf.is_64 ? 8 : 4;
  const struct audit_section *section = &file->elf.sections[table->section];
  uint64_t offset = table->address - section->address;
  if (table->address < section->address || offset > section->size
      || table->size > section->size - offset)
    return;
  file->vtables.tables++;
  for (uint64_t at = 0; at + size <= table->size; at += size)
    {
      const struct audit_function *function
	  = entry_function (file, table->address + at, size);
      if (!function)
	continue;
      file->vtables.entries++;
      if (file->preambles[audit_function_number (file, function)].has_virtual)
	continue;
      file->vtables.without++;
      if (!checked || ends_program_p (function))
	continue;
      audit_add_finding (file, AUDIT_PROBLEM_VTABLE,
			 "%s at %s+0x%" PRIx64 " has no virtual id: a "
			 "checked virtual call of it traps",
			 function->name, table->name, at);
      audit_place_function (file, audit_function_number (file, function));
    }
}

static bool
table_p (const struct audit_symbol *symbol)
{
  return symbol->type == STT_OBJECT && symbol->section
	 && (!strncmp (symbol->name, "_ZTV", 4)
	     || !strncmp (symbol->name, "_ZTC", 4));
}

static int
by_table (const void *a, const void *b)
{
  const struct audit_symbol *first = *(const struct audit_symbol *const *) a;
  const struct audit_symbol *second = *(const struct audit_symbol *const *) b;
  return audit_compare (first->address, second->address);
}

struct tables
{
  const struct audit_symbol **list;
  size_t list_count, list_capacity;
};

/* CHECKED: virtual calls of the program are checked.  */

static void
read_tables (struct audit_file *file, bool checked)
{
  const struct audit_symbols *symbols
      = &file->elf.tables[file->elf.tables[AUDIT_STATIC_SYMBOLS].symbols_count
			      ? AUDIT_STATIC_SYMBOLS
			      : AUDIT_DYNAMIC_SYMBOLS];
  struct tables tables = { 0 };
  for (size_t i = 0; i < symbols->symbols_count; i++)
    if (table_p (&symbols->symbols[i]))
      AUDIT_APPEND (&tables, list, &symbols->symbols[i]);
  if (tables.list_count)
    qsort (tables.list, tables.list_count, sizeof *tables.list, by_table);
  /* One that has several names is one.  */
  for (size_t i = 0; i < tables.list_count; i++)
    if (!i || by_table (&tables.list[i - 1], &tables.list[i]))
      read_table (file, tables.list[i], checked);
  free (tables.list);
}

void
audit_judge_virtual (struct audit *audit)
{
  struct words second = { 0 }, first = { 0 };
  bool checked = false;
  collect_words (audit, &second, &first);
  for (size_t f = 0; f < audit->files_count; f++)
    {
      const struct audit_file *file = &audit->files[f];
      struct words recorded = { 0 };
      collect_recorded (file, &recorded);
      for (size_t i = 0; i < file->sites_count; i++)
	{
	  struct audit_site *site = &file->sites[i];
	  mark_site (file, &recorded, &second, &first, site);
	  checked |= site->is_virtual && site->reason == AUDIT_CHECKED;
	}
    }
  checked |= second.list_count > 0;
  for (size_t f = 0; f < audit->files_count; f++)
    read_tables (&audit->files[f], checked);
  free (second.list);
  free (first.list);
}
