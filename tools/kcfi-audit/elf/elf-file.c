/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading an ELF file with libelf: what a hostile file may contain ends here.

   Bounded work: sections of a real file do not overlap in it, so a file whose
   sections add up to more than the file is refused.  All tables are then
   bounded by the size of the file.  */

#define _GNU_SOURCE 1 /* vasprintf, qsort_r */
#include "elf-file.h"

#include <gelf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "functions.h"

static char *complain (const struct audit_elf *file, const char *format, ...)
    __attribute__ ((format (printf, 2, 3)));

/* An error about FILE.  */

static char *
complain (const struct audit_elf *file, const char *format, ...)
{
  char *message;
  va_list arguments;
  va_start (arguments, format);
  if (vasprintf (&message, format, arguments) < 0)
    message = kcfi_duplicate ("cannot be read");
  va_end (arguments);
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s: %s", file->name, message);
  free (message);
  return kcfi_text_take (&text);
}

/* For audit_section_at.  */

static int
by_section_address (const void *a, const void *b, void *sections)
{
  const struct audit_section *first
      = (struct audit_section *) sections + *(const uint32_t *) a;
  const struct audit_section *second
      = (struct audit_section *) sections + *(const uint32_t *) b;
  return (first->address > second->address)
	 - (first->address < second->address);
}

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

static char *
read_header (struct audit_elf *file)
{
  GElf_Ehdr header;
  if (!gelf_getehdr (file->elf, &header))
    return complain (file, "has no valid ELF header (%s)", elf_errmsg (-1));
  if (header.e_type != ET_REL && header.e_type != ET_EXEC
      && header.e_type != ET_DYN)
    return complain (file, "is neither an object, an executable nor a shared "
			   "object");
  file->machine = header.e_machine;
  file->big_endian = header.e_ident[EI_DATA] == ELFDATA2MSB;
  file->flags = header.e_flags;
  file->is_64 = header.e_ident[EI_CLASS] == ELFCLASS64;
  file->relocatable = header.e_type == ET_REL;
  file->executable = header.e_type == ET_EXEC;
  return NULL;
}

/* Where the next section of an object is placed: 64 bytes is more than any
   alignment that matters here, and nobody can fill the address space.  */

static uint64_t
place_section (uint64_t *next, uint64_t size)
{
  uint64_t address = *next;
  *next = (address + size + 63) & -UINT64_C (64);
  return address;
}

static char *
read_sections (struct audit_elf *file)
{
  size_t count, names;
  if (elf_getshdrnum (file->elf, &count) != 0
      || elf_getshdrstrndx (file->elf, &names) != 0)
    return complain (file, "has a damaged section table (%s)", elf_errmsg (-1));
  if (count < 2)
    return complain (file, "has no sections");
  file->sections = kcfi_allocate (count * sizeof *file->sections);
  memset (file->sections, 0, count * sizeof *file->sections);
  file->sections_count = count;
  file->sections[0].name = "";

  uint64_t total = 0, next = 0x1000;
  for (size_t i = 1; i < count; i++)
    {
      struct audit_section *section = &file->sections[i];
      Elf_Scn *scn = elf_getscn (file->elf, i);
      GElf_Shdr header;
      if (!scn || !gelf_getshdr (scn, &header))
	return complain (file, "has a damaged section table (%s)",
			 elf_errmsg (-1));
      section->name = elf_strptr (file->elf, names, header.sh_name);
      if (!section->name)
	return complain (file, "section %zu has no valid name", i);
      section->type = header.sh_type;
      section->flags = header.sh_flags;
      section->size = header.sh_size;
      section->address = header.sh_addr;
      if (header.sh_type == SHT_NULL)
	section->size = 0;
      if (section->size > UINT64_MAX - section->address)
	return complain (file, "section %s ends beyond all addresses",
			 section->name);
      if (file->relocatable)
	{
	  section->address = 0;
	  if (section->flags & SHF_ALLOC)
	    {
	      /* No bits, no bound: nothing is read from there.  */
	      if (section->type == SHT_NOBITS && section->size > UINT32_MAX)
		return complain (file, "section %s is too large",
				 section->name);
	      section->address = place_section (&next, section->size);
	    }
	}
      if (section->type == SHT_NOBITS || section->type == SHT_NULL)
	continue;
      if (header.sh_offset > file->image_size
	  || section->size > file->image_size - header.sh_offset)
	return complain (file, "is truncated: section %s ends after the file",
			 section->name);
      total += section->size;
      if (total > file->image_size)
	return complain (file, "has overlapping sections");
      if (!(section->flags & SHF_COMPRESSED))
	{
	  Elf_Data *data = elf_rawdata (scn, NULL);
	  if (section->size && (!data || data->d_size < section->size))
	    return complain (file, "section %s cannot be read (%s)",
			     section->name, elf_errmsg (-1));
	  section->bytes = data ? data->d_buf : NULL;
	}
    }
  return NULL;
}

/* Symbol names that are not strings are empty.  Symbols in sections that do
   not exist are undefined.  */

static void
read_symbol (const struct audit_elf *file, struct audit_symbol *symbol,
	     const GElf_Sym *raw, Elf32_Word extended_index, size_t strings)
{
  const char *name = elf_strptr (file->elf, strings, raw->st_name);
  uint32_t section = raw->st_shndx;
  if (section == SHN_XINDEX)
    section = extended_index;
  else if (section >= SHN_LORESERVE)
    section = 0;
  if (section >= file->sections_count)
    section = 0;
  *symbol = (struct audit_symbol){ .name = name ? name : "",
				   .address = raw->st_value,
				   .size = raw->st_size,
				   .section = section,
				   .absolute = raw->st_shndx == SHN_ABS,
				   .type = GELF_ST_TYPE (raw->st_info),
				   .binding = GELF_ST_BIND (raw->st_info) };
  if (file->relocatable && section)
    symbol->address += file->sections[section].address;
}

static char *
read_symbol_table (struct audit_elf *file, Elf_Scn *scn,
		   const GElf_Shdr *header, struct audit_symbols *table,
		   Elf_Data *extended)
{
  Elf_Data *data = elf_getdata (scn, NULL);
  size_t size = gelf_fsize (file->elf, ELF_T_SYM, 1, EV_CURRENT);
  if (header->sh_size && (!data || !size))
    return complain (file, "has a damaged symbol table (%s)", elf_errmsg (-1));
  size_t count = data ? data->d_size / size : 0;
  if (count > (size_t) INT32_MAX)
    return complain (file, "has too many symbols");
  table->symbols = kcfi_allocate (count * sizeof *table->symbols);
  for (size_t i = 0; i < count; i++)
    {
      GElf_Sym raw;
      Elf32_Word index = 0;
      if (!gelf_getsymshndx (data, extended, (int) i, &raw, &index))
	return complain (file, "has a damaged symbol table (%s)",
			 elf_errmsg (-1));
      read_symbol (file, &table->symbols[i], &raw, index, header->sh_link);
      table->symbols_count = i + 1;
    }
  return NULL;
}

static char *
read_all_symbols (struct audit_elf *file)
{
  Elf_Data *extended = NULL;
  for (size_t i = 1; i < file->sections_count; i++)
    if (file->sections[i].type == SHT_SYMTAB_SHNDX)
      extended = elf_getdata (elf_getscn (file->elf, i), NULL);
  for (size_t i = 1; i < file->sections_count; i++)
    {
      uint32_t type = file->sections[i].type;
      if (type != SHT_SYMTAB && type != SHT_DYNSYM)
	continue;
      bool dynamic = type == SHT_DYNSYM;
      struct audit_symbols *table = &file->tables[dynamic];
      Elf_Scn *scn = elf_getscn (file->elf, i);
      GElf_Shdr header;
      if (table->symbols)
	return complain (file, "has two symbol tables");
      if (!gelf_getshdr (scn, &header))
	return complain (file, "has a damaged symbol table");
      char *error = read_symbol_table (file, scn, &header, table,
				       dynamic ? NULL : extended);
      if (error)
	return error;
    }
  return NULL;
}

/* The addend that stands in the place of a relocation without one of its own.
   Those of direct branches of arm are not asked for.  */

static int64_t
addend_in_place (const struct audit_elf *file, uint64_t place, unsigned type)
{
  const unsigned char *bytes = audit_bytes_at (file, place, 4);
  if (!bytes)
    return 0;
  uint32_t word = (uint32_t) audit_data (file, bytes, 4);
  if (file->machine != EM_ARM)
    return (int32_t) word;
  switch (type)
    {
    case R_ARM_MOVW_ABS_NC:
    case R_ARM_MOVT_ABS:
    case R_ARM_MOVW_PREL_NC:
    case R_ARM_MOVT_PREL:
      return (int16_t) ((word >> 4 & 0xf000) | (word & 0xfff));
    case R_ARM_THM_MOVW_ABS_NC:
    case R_ARM_THM_MOVT_ABS:
    case R_ARM_THM_MOVW_PREL_NC:
    case R_ARM_THM_MOVT_PREL:
    case R_ARM_PC24:
    case R_ARM_CALL:
    case R_ARM_JUMP24:
    case R_ARM_THM_PC22:
    case R_ARM_THM_JUMP24:
      return 0;
    default:
      return (int32_t) word;
    }
}

/* Relocations of section number TARGET, or of the image if TARGET is 0.  */

static char *
read_relocation_section (struct audit_elf *file, size_t number, size_t target,
			 bool dynamic)
{
  const struct audit_section *section = &file->sections[number];
  Elf_Data *data = elf_getdata (elf_getscn (file->elf, number), NULL);
  bool has_addend = section->type == SHT_RELA;
  size_t size = gelf_fsize (file->elf, has_addend ? ELF_T_RELA : ELF_T_REL, 1,
			    EV_CURRENT);
  if (!section->size)
    return NULL;
  if (!data || !size)
    return complain (file, "section %s is damaged (%s)", section->name,
		     elf_errmsg (-1));
  size_t count = data->d_size / size;
  if (count > (size_t) INT32_MAX)
    return complain (file, "section %s is too large", section->name);
  for (size_t i = 0; i < count; i++)
    {
      GElf_Rela raw = { 0 };
      GElf_Rel rel;
      if (has_addend ? !gelf_getrela (data, (int) i, &raw)
		     : !gelf_getrel (data, (int) i, &rel))
	return complain (file, "section %s is damaged (%s)", section->name,
			 elf_errmsg (-1));
      if (!has_addend)
	{
	  raw.r_offset = rel.r_offset;
	  raw.r_info = rel.r_info;
	}
      uint64_t base = file->relocatable ? file->sections[target].address : 0;
      if (file->relocatable && raw.r_offset >= file->sections[target].size)
	continue;
      struct audit_relocation relocation = { .address = base + raw.r_offset,
					     .addend = raw.r_addend,
					     .type = GELF_R_TYPE (raw.r_info),
					     .symbol = GELF_R_SYM (raw.r_info),
					     .dynamic = dynamic };
      if (!has_addend)
	relocation.addend
	    = addend_in_place (file, relocation.address, relocation.type);
      AUDIT_APPEND (file, relocations, relocation);
    }
  return NULL;
}

static int
by_place (const void *a, const void *b)
{
  const struct audit_relocation *first = a, *second = b;
  if (first->address != second->address)
    return first->address < second->address ? -1 : 1;
  /* Two of a pair (RISC-V) in the file's order, which the type tells.  */
  return (first->type > second->type) - (first->type < second->type);
}

static char *
read_relocations (struct audit_elf *file)
{
  for (size_t i = 1; i < file->sections_count; i++)
    {
      const struct audit_section *section = &file->sections[i];
      GElf_Shdr header;
      if (section->type != SHT_RELA && section->type != SHT_REL)
	continue;
      if (!gelf_getshdr (elf_getscn (file->elf, i), &header))
	return complain (file, "has a damaged section table");
      size_t target
	  = header.sh_info < file->sections_count ? header.sh_info : 0;
      /* Those of an object's loaded sections, and those that a loader
	 applies; not those of debug information.  */
      bool dynamic = !file->relocatable;
      if (dynamic ? !(section->flags & SHF_ALLOC)
		  : !target || !(file->sections[target].flags & SHF_ALLOC))
	continue;
      char *error = read_relocation_section (file, i, target, dynamic);
      if (error)
	return error;
    }
  if (file->relocations_count)
    qsort (file->relocations, file->relocations_count,
	   sizeof *file->relocations, by_place);
  return NULL;
}

char *
audit_elf_read (struct audit_elf *file, Elf *elf, const char *name)
{
  memset (file, 0, sizeof *file);
  file->name = kcfi_duplicate (name);
  file->elf = elf;
  size_t size;
  if (!elf_rawfile (elf, &size))
    return complain (file, "cannot be read (%s)", elf_errmsg (-1));
  file->image_size = size;
  char *error = read_header (file);
  if (!error)
    error = read_sections (file);
  if (error)
    return error;
  order_sections (file);
  error = read_all_symbols (file);
  if (!error)
    error = read_relocations (file);
  if (!error)
    audit_collect_functions (file);
  return error;
}

void
audit_elf_free (struct audit_elf *file)
{
  free (file->name);
  free (file->sections);
  free (file->loaded);
  free (file->tables[0].symbols);
  free (file->tables[1].symbols);
  free (file->relocations);
  free (file->functions);
  free (file->labels);
  free (file->mappings);
}
