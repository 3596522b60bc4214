/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the sections of an ELF file.

   Bounded work: sections of a real file do not overlap in it, so a file whose
   sections add up to more than the file is refused.  All tables are then
   bounded by the size of the file.  */

#define _GNU_SOURCE 1 /* qsort_r */
#include <gelf.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"
#include "../base/array.h"

struct reader
{
  struct audit_elf *file;
  size_t names;	  /* The section with the names of all.  */
  uint64_t total; /* Bytes of the file that sections have so far.  */
  uint64_t next;  /* Where the next section of an object is placed.  */
};

/* Read the header of section NUMBER, SCN, into *HEADER and what does not depend
   on others into *SECTION.  */

static char *
describe_section (const struct reader *reader, size_t number, Elf_Scn *scn,
		  GElf_Shdr *header, struct audit_section *section)
{
  const struct audit_elf *file = reader->file;
  if (!scn || !gelf_getshdr (scn, header))
    return audit_elf_complain (file, "has a damaged section table (%s)",
			       elf_errmsg (-1));
  section->name = elf_strptr (file->elf, reader->names, header->sh_name);
  if (!section->name)
    return audit_elf_complain (file, "section %zu has no valid name", number);
  section->type = header->sh_type;
  section->flags = header->sh_flags;
  section->size = header->sh_type == SHT_NULL ? 0 : header->sh_size;
  section->address = header->sh_addr;
  if (section->size > UINT64_MAX - section->address)
    return audit_elf_complain (file, "section %s ends beyond all addresses",
			       section->name);
  return NULL;
}

/* Place SECTION of an object behind those before it: 64 bytes is more than any
   alignment that matters here, and nobody can fill the address space.  */

static char *
place_section (struct reader *reader, struct audit_section *section)
{
  section->address = 0;
  if (!(section->flags & SHF_ALLOC))
    return NULL;
  /* No bits, no bound: nothing is read from there.  */
  if (section->type == SHT_NOBITS && section->size > UINT32_MAX)
    return audit_elf_complain (reader->file, "section %s is too large",
			       section->name);
  section->address = reader->next;
  reader->next = (section->address + section->size + 63) & -UINT64_C (64);
  return NULL;
}

/* Find the bytes of SECTION, which is SCN and stands at OFFSET of the file.  */

static char *
find_bytes (struct reader *reader, Elf_Scn *scn, uint64_t offset,
	    struct audit_section *section)
{
  const struct audit_elf *file = reader->file;
  if (section->type == SHT_NOBITS || section->type == SHT_NULL)
    return NULL;
  if (offset > file->image_size || section->size > file->image_size - offset)
    return audit_elf_complain (
	file, "is truncated: section %s ends after the file", section->name);
  reader->total += section->size;
  if (reader->total > file->image_size)
    return audit_elf_complain (file, "has overlapping sections");
  if (section->flags & SHF_COMPRESSED)
    return NULL;
  Elf_Data *data = elf_rawdata (scn, NULL);
  if (section->size && (!data || data->d_size < section->size))
    return audit_elf_complain (file, "section %s cannot be read (%s)",
			       section->name, elf_errmsg (-1));
  section->bytes = data ? data->d_buf : NULL;
  return NULL;
}

static char *
read_section (struct reader *reader, size_t number)
{
  struct audit_section *section = &reader->file->sections[number];
  Elf_Scn *scn = elf_getscn (reader->file->elf, number);
  GElf_Shdr header;
  char *error = describe_section (reader, number, scn, &header, section);
  if (!error && reader->file->relocatable)
    error = place_section (reader, section);
  if (!error)
    error = find_bytes (reader, scn, header.sh_offset, section);
  return error;
}

/* For audit_section_at.  */

static int
by_section_address (const void *a, const void *b, void *sections)
{
  const struct audit_section *first
      = (struct audit_section *) sections + *(const uint32_t *) a;
  const struct audit_section *second
      = (struct audit_section *) sections + *(const uint32_t *) b;
  return audit_compare (first->address, second->address);
}

/* The loaded sections, by address.  */

static void
order_sections (struct audit_elf *file)
{
  file->loaded = kcfi_allocate (file->sections_count * sizeof *file->loaded);
  for (size_t i = 1; i < file->sections_count; i++)
    {
      const struct audit_section *section = &file->sections[i];
      if ((section->flags & SHF_ALLOC) && section->bytes && section->size)
	file->loaded[file->loaded_count++] = (uint32_t) i;
    }
  qsort_r (file->loaded, file->loaded_count, sizeof *file->loaded,
	   by_section_address, file->sections);
}

char *
audit_elf_read_sections (struct audit_elf *file)
{
  struct reader reader = { .file = file, .next = 0x1000 };
  size_t count;
  if (elf_getshdrnum (file->elf, &count) != 0
      || elf_getshdrstrndx (file->elf, &reader.names) != 0)
    return audit_elf_complain (file, "has a damaged section table (%s)",
			       elf_errmsg (-1));
  if (count < 2)
    return audit_elf_complain (file, "has no sections");
  file->sections = kcfi_allocate (count * sizeof *file->sections);
  memset (file->sections, 0, count * sizeof *file->sections);
  file->sections_count = count;
  file->sections[0].name = "";
  for (size_t i = 1; i < count; i++)
    {
      char *error = read_section (&reader, i);
      if (error)
	return error;
    }
  order_sections (file);
  return NULL;
}
