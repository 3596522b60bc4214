/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Code of Linux for x86_64 that the kernel replaces when it starts or loads a
   module.  Paravirt calls stand in the file as calls through memory; what runs
   is a direct call or the operation itself.

     .altinstructions    struct alt_instr { s32 instr_offset; s32 repl_offset;
			 ...; u8 instrlen; u8 replacementlen; }, packed; the
			 offset is from itself.  12 bytes in 6.1, 14 since 6.3
			 (arch/x86/include/asm/alternative.h)
     .parainstructions   struct paravirt_patch_site { u8 *instr; u8 type;
			 u8 len; }, 16 bytes, up to 6.7
			 (arch/x86/include/asm/paravirt_types.h)  */

#include "patched.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "relative.h"

enum
{
  SITE_LENGTH = 9, /* Of instr, type and len, without padding.  */
  SITE_SIZE = 16
};

static int
by_start (const void *a, const void *b)
{
  const struct audit_patched *first = a, *second = b;
  return audit_compare (first->start, second->start);
}

static bool
code_at_p (const struct audit_file *file, uint64_t address)
{
  const struct audit_section *section
      = audit_section_at (&file->elf, address, 1);
  return section && section->flags & SHF_EXECINSTR;
}

/* How long the entries of SECTION are: the length by which it is an array whose
   first offsets all lead to code.  0 if there is none.  */

static unsigned
entry_size (const struct audit_file *file, const struct audit_section *section)
{
  static const unsigned sizes[] = { 14, 12 };
  for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
    {
      uint64_t at = 0, place;
      if (section->size % sizes[i])
	continue;
      while (at < section->size && at < 16 * sizes[i]
	     && audit_read_relative (file, section->bytes + at,
				     section->address + at, &place)
	     && code_at_p (file, place))
	at += sizes[i];
      if (at && (at == section->size || at == 16 * sizes[i]))
	return sizes[i];
    }
  return 0;
}

static void
read_alternatives (struct audit_file *file, const struct audit_section *section)
{
  unsigned size = entry_size (file, section);
  for (uint64_t at = 0; size && at + size <= section->size; at += size)
    {
      struct audit_patched patched;
      if (!audit_read_relative (file, section->bytes + at,
				section->address + at, &patched.start))
	continue;
      patched.end = patched.start + section->bytes[at + size - 2];
      AUDIT_APPEND (file, patched, patched);
    }
}

static void
read_paravirt_sites (struct audit_file *file,
		     const struct audit_section *section)
{
  for (uint64_t at = 0; at + SITE_LENGTH < section->size; at += SITE_SIZE)
    {
      struct audit_patched patched;
      bool known = true;
      const struct audit_relocation *relocation
	  = audit_relocation_at (&file->elf, section->address + at);
      if (relocation)
	patched.start = audit_relocation_value (&file->elf, relocation, &known);
      else
	patched.start = audit_data (&file->elf, section->bytes + at, 8);
      patched.end = patched.start + section->bytes[at + SITE_LENGTH];
      if (known)
	AUDIT_APPEND (file, patched, patched);
    }
}

void
audit_read_patched (struct audit_file *file)
{
  if (file->elf.machine != EM_X86_64)
    return;
  for (size_t i = 1; i < file->elf.sections_count; i++)
    {
      const struct audit_section *section = &file->elf.sections[i];
      if (section->bytes && !strcmp (section->name, ".altinstructions"))
	read_alternatives (file, section);
      if (section->bytes && !strcmp (section->name, ".parainstructions"))
	read_paravirt_sites (file, section);
    }
  if (file->patched_count)
    qsort (file->patched, file->patched_count, sizeof *file->patched, by_start);
}

bool
audit_patched_p (const struct audit_file *file, uint64_t address)
{
  size_t at;
  AUDIT_SEARCH (at, file->patched_count, file->patched[at].start <= address);
  /* Of several alternatives of one place the lengths are the same.  */
  return at && address < file->patched[at - 1].end;
}
