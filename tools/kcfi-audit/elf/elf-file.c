/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading an ELF file with libelf: what a hostile file may contain ends here.
   Its header and symbols; sections.c and relocations.c have the rest.  */

#include "elf-file.h"

#include <gelf.h>
#include <stdlib.h>
#include <string.h>

#include "functions.h"
#include "parts.h"

static char *
read_header (struct audit_elf *file)
{
  GElf_Ehdr header;
  if (!gelf_getehdr (file->elf, &header))
    return audit_elf_complain (file, "has no valid ELF header (%s)",
			       elf_errmsg (-1));
  if (header.e_type != ET_REL && header.e_type != ET_EXEC
      && header.e_type != ET_DYN)
    return audit_elf_complain (
	file, "is neither an object, an executable nor a shared "
	      "object");
  file->machine = header.e_machine;
  file->big_endian = header.e_ident[EI_DATA] == ELFDATA2MSB;
  file->flags = header.e_flags;
  file->is_64 = header.e_ident[EI_CLASS] == ELFCLASS64;
  file->relocatable = header.e_type == ET_REL;
  file->executable = header.e_type == ET_EXEC;
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
    return audit_elf_complain (file, "has a damaged symbol table (%s)",
			       elf_errmsg (-1));
  size_t count = data ? data->d_size / size : 0;
  if (count > (size_t) INT32_MAX)
    return audit_elf_complain (file, "has too many symbols");
  table->symbols = kcfi_allocate (count * sizeof *table->symbols);
  for (size_t i = 0; i < count; i++)
    {
      GElf_Sym raw;
      Elf32_Word index = 0;
      if (!gelf_getsymshndx (data, extended, (int) i, &raw, &index))
	return audit_elf_complain (file, "has a damaged symbol table (%s)",
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
	return audit_elf_complain (file, "has two symbol tables");
      if (!gelf_getshdr (scn, &header))
	return audit_elf_complain (file, "has a damaged symbol table");
      char *error = read_symbol_table (file, scn, &header, table,
				       dynamic ? NULL : extended);
      if (error)
	return error;
    }
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
    return audit_elf_complain (file, "cannot be read (%s)", elf_errmsg (-1));
  file->image_size = size;
  char *error = read_header (file);
  if (!error)
    error = audit_elf_read_sections (file);
  if (error)
    return error;
  error = read_all_symbols (file);
  if (!error)
    error = audit_elf_read_relocations (file);
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
