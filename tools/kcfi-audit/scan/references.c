/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which functions have their address taken, and where.

   In an object the relocations tell.  A linked image has none, or only the
   loader's: there a word of data that is exactly a function's address, and an
   instruction that forms one, count.  */

#include "references.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "scan.h"

/* Tables about the code, which nobody calls through.  */
static const char *const metadata[] = { ".eh_frame",
					".orc_",
					".kcfi_traps",
					"__kcfi_traps",
					".discard",
					"__patchable_function_entries",
					"__mcount_loc",
					".retpoline_sites",
					".return_sites",
					".cfi_sites",
					".call_sites",
					".ibt_endbr_seal",
					"__bug_table",
					"__jump_table",
					"__ex_table",
					"__ksymtab",
					"___ksymtab",
					".altinstructions",
					".parainstructions",
					".static_call_sites",
					".debug",
					".dyn",
					".gnu",
					".hash",
					".note",
					".gcc_except_table",
					".llvm_addrsig",
					"_error_injection_whitelist",
					"_kprobe_blacklist",
					"__ftrace_events",
					".rela",
					".plt",
					"__mcount",
					".smp_locks",
					".export_symbol",
					".modinfo",
					".ARM.ex",
					".llvm.",
					NULL };

/* The same where the linker script of Linux has put them between other data:
   from one symbol to the other.  */
static const struct
{
  const char *start, *stop;
} tables[] = {
  { "__start_mcount_loc", "__stop_mcount_loc" },
  { "__start_kprobe_blacklist", "__stop_kprobe_blacklist" },
  { "__start_error_injection_whitelist", "__stop_error_injection_whitelist" },
  { "kallsyms_offsets", "kallsyms_seqs_of_names" },
};

enum
{
  TABLES = sizeof tables / sizeof tables[0]
};

struct table_range
{
  uint64_t start, stop;
};

static void
find_tables (const struct audit_elf *elf, struct table_range *ranges)
{
  const struct audit_symbols *symbols = &elf->tables[AUDIT_STATIC_SYMBOLS];
  memset (ranges, 0, TABLES * sizeof *ranges);
  for (size_t i = 0; i < symbols->symbols_count; i++)
    for (unsigned t = 0; t < TABLES; t++)
      if (!strcmp (symbols->symbols[i].name, tables[t].start))
	ranges[t].start = symbols->symbols[i].address;
      else if (!strcmp (symbols->symbols[i].name, tables[t].stop))
	ranges[t].stop = symbols->symbols[i].address;
}

static bool
in_table_p (const struct table_range *ranges, uint64_t address)
{
  for (unsigned t = 0; t < TABLES; t++)
    if (ranges[t].start <= address && address < ranges[t].stop)
      return true;
  return false;
}

static bool
metadata_p (const struct audit_section *section)
{
  for (const char *const *prefix = metadata; *prefix; prefix++)
    if (!strncmp (section->name, *prefix, strlen (*prefix)))
      return true;
  return false;
}

/* PLACE has the address TARGET.  One relative to its place may as well be an
   entry in a table about the code: it is no proof that the address is taken,
   but that the preamble is without use can then not be said either.  */

static void
add_reference (struct audit_file *file, uint64_t place, uint64_t target,
	       bool proof)
{
  /* A label at the same address, such as the end of a section that a linker
     script names, may be what is meant.  */
  const struct audit_function *label
      = audit_label_at (&file->elf, audit_code_address (&file->elf, target));
  proof &= !label;
  const struct audit_function *function = audit_function_starting_at (
      &file->elf, audit_code_address (&file->elf, target));
  if (!function)
    return;
  size_t number = audit_function_number (file, function);
  file->preambles[number].taken |= proof;
  file->preambles[number].mentioned = true;
  AUDIT_APPEND (file, references,
		(struct audit_reference){ place, (uint32_t) number });
}

/* The address that a relocation relative to its place means in code: the
   instruction's end, four bytes on, is what the processor adds to.  */

static bool
forms_address_p (const struct audit_file *file,
		 const struct audit_section *section,
		 const struct audit_relocation *relocation, uint64_t *target)
{
  bool known;
  *target = audit_relocation_value (&file->elf, relocation, &known);
  if (!known)
    return false;
  enum audit_relocation_kind kind
      = file->machine->relocation_kind (relocation->type);
  bool code = section->flags & SHF_EXECINSTR;
  switch (kind)
    {
    case AUDIT_REL_ABSOLUTE:
    case AUDIT_REL_DYNAMIC:
    case AUDIT_REL_CODE:
      return true;
    case AUDIT_REL_GOT:
      if (file->elf.machine != EM_X86_64)
	return true;
      /* call *f@GOTPCREL(%rip) is the one use that takes no address.  */
      *target += 4;
      return relocation->address < section->address + 2
	     || section->bytes[relocation->address - section->address - 2]
		    != 0xff;
    case AUDIT_REL_ADDED:
      return true;
    case AUDIT_REL_RELATIVE:
      if (!code || file->elf.machine != EM_X86_64)
	return true;
      /* A direct branch has a relocation of this kind too in old objects;
	 lea has ModRM before the place, with mod 0 and rm 5.  */
      *target += 4;
      return relocation->address > section->address + 1
	     && section->bytes[relocation->address - section->address - 2]
		    == 0x8d;
    default:
      return false;
    }
}

/* True if PLACE only has the address of a function that is called.  */

static bool
only_called_p (const struct audit_file *file, uint64_t place)
{
  size_t at;
  AUDIT_SEARCH (at, file->called_count, file->called[at] < place);
  return at < file->called_count && file->called[at] == place;
}

static void
references_of_relocations (struct audit_file *file)
{
  const struct audit_elf *elf = &file->elf;
  for (size_t i = 0; i < elf->relocations_count; i++)
    {
      const struct audit_relocation *relocation = &elf->relocations[i];
      const struct audit_section *section
	  = audit_section_at (elf, relocation->address, 1);
      uint64_t target;
      if (section && !metadata_p (section)
	  && !only_called_p (file, relocation->address)
	  && forms_address_p (file, section, relocation, &target))
	add_reference (file, relocation->address, target, true);
    }
}

static void
references_of_data (struct audit_file *file,
		    const struct audit_section *section,
		    const struct table_range *ranges)
{
  unsigned size = file->elf.is_64 ? 8 : 4;
  uint64_t skip = -section->address & (size - 1);
  for (uint64_t at = skip; at + size <= section->size; at += size)
    {
      const unsigned char *bytes = section->bytes + at;
      uint64_t word = audit_data (&file->elf, bytes, size);
      if (word && !in_table_p (ranges, section->address + at))
	add_reference (file, section->address + at, word, true);
    }
  /* Relative to the place: Linux's initcalls and static calls.  */
  skip = -section->address & 3;
  for (uint64_t at = skip; at + 4 <= section->size; at += 4)
    {
      int32_t word = (int32_t) audit_data (&file->elf, section->bytes + at, 4);
      uint64_t place = section->address + at;
      if (word && !in_table_p (ranges, place))
	add_reference (file, place, place + (uint64_t) (int64_t) word, false);
    }
}

static void
references_of_code (struct audit_file *file,
		    const struct audit_section *section)
{
  enum
  {
    MOVABS = 10 /* Its length; no other one has it.  */
  };
  unsigned (*formed) (const unsigned char *, size_t, uint64_t, uint64_t *)
      = file->machine->formed_address;
  for (uint64_t at = 0; formed && at < section->size; at++)
    {
      uint64_t target = 0, place = section->address + at;
      unsigned length
	  = formed (section->bytes + at, section->size - at, place, &target);
      bool large = length == MOVABS;
      /* The constant is at the end.  */
      if (length && !only_called_p (file, place + length - (large ? 8 : 4)))
	add_reference (file, place, target, true);
      /* Behind its first byte a movabs looks like a shorter mov.  */
      at += large;
    }
}

static int
by_function (const void *a, const void *b)
{
  const struct audit_reference *first = a, *second = b;
  if (first->function != second->function)
    return audit_compare (first->function, second->function);
  return audit_compare (first->place, second->place);
}

void
audit_find_references (struct audit_file *file)
{
  struct table_range ranges[TABLES];
  references_of_relocations (file);
  find_tables (&file->elf, ranges);
  for (size_t i = 0; !file->elf.relocatable && i < file->elf.loaded_count; i++)
    {
      const struct audit_section *section
	  = &file->elf.sections[file->elf.loaded[i]];
      if (section->flags & SHF_EXECINSTR)
	references_of_code (file, section);
      else if (section->type == SHT_PROGBITS && !metadata_p (section))
	references_of_data (file, section, ranges);
    }
  for (size_t i = 0; i < file->formed_count; i++)
    add_reference (file, file->formed[i].place,
		   file->elf.functions[file->formed[i].function].address, true);
  if (file->references_count)
    qsort (file->references, file->references_count, sizeof *file->references,
	   by_function);
  /* A place may be found twice: by its relocation and by its bytes.  */
  size_t kept = 0;
  for (size_t i = 0; i < file->references_count; i++)
    if (!kept
	|| by_function (&file->references[kept - 1], &file->references[i]))
      file->references[kept++] = file->references[i];
  file->references_count = kept;
}
