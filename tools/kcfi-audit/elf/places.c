/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at an address of an ELF file: bytes, relocations, functions,
   names.  */

#include "elf-file.h"

#include <elf.h>
#include <inttypes.h>

#include "../base/array.h"

const struct audit_section *
audit_section_at (const struct audit_elf *file, uint64_t address, uint64_t size)
{
  size_t at;
  AUDIT_SEARCH (at, file->loaded_count,
		file->sections[file->loaded[at]].address <= address);
  if (!at)
    return NULL;
  const struct audit_section *section = &file->sections[file->loaded[at - 1]];
  uint64_t offset = address - section->address;
  return offset < section->size && size <= section->size - offset ? section
								  : NULL;
}

const unsigned char *
audit_bytes_at (const struct audit_elf *file, uint64_t address, uint64_t size)
{
  const struct audit_section *section = audit_section_at (file, address, size);
  return section ? section->bytes + (address - section->address) : NULL;
}

uint16_t
audit_read_16 (const unsigned char *bytes)
{
  return (uint16_t) (bytes[0] | bytes[1] << 8);
}

uint32_t
audit_read_32 (const unsigned char *bytes)
{
  return audit_read_16 (bytes) | (uint32_t) audit_read_16 (bytes + 2) << 16;
}

uint64_t
audit_read_64 (const unsigned char *bytes)
{
  return audit_read_32 (bytes) | (uint64_t) audit_read_32 (bytes + 4) << 32;
}

uint64_t
audit_data (const struct audit_elf *file, const unsigned char *bytes,
	    unsigned size)
{
  uint64_t value = 0;
  for (unsigned i = 0; i < size; i++)
    value = value << 8 | bytes[file->big_endian ? i : size - 1 - i];
  return value;
}

uint64_t
audit_code_address (const struct audit_elf *file, uint64_t address)
{
  return file->machine == EM_ARM ? address & -UINT64_C (2) : address;
}

char
audit_mapping_at (const struct audit_elf *file, uint64_t address, uint64_t *end)
{
  size_t at;
  AUDIT_SEARCH (at, file->mappings_count,
		file->mappings[at].address <= address);
  if (end)
    *end = at < file->mappings_count ? file->mappings[at].address : UINT64_MAX;
  const struct audit_section *section = audit_section_at (file, address, 0);
  if (!at || !section
      || section != &file->sections[file->mappings[at - 1].section])
    return 0;
  return file->mappings[at - 1].kind;
}

size_t
audit_first_relocation (const struct audit_elf *file, uint64_t address)
{
  size_t at;
  AUDIT_SEARCH (at, file->relocations_count,
		file->relocations[at].address < address);
  return at;
}

const struct audit_relocation *
audit_relocation_at (const struct audit_elf *file, uint64_t address)
{
  size_t i = audit_first_relocation (file, address);
  if (i < file->relocations_count && file->relocations[i].address == address)
    return &file->relocations[i];
  return NULL;
}

const struct audit_symbol *
audit_relocation_symbol (const struct audit_elf *file,
			 const struct audit_relocation *relocation)
{
  const struct audit_symbols *table = &file->tables[relocation->dynamic];
  if (!relocation->symbol || relocation->symbol >= table->symbols_count)
    return NULL;
  return &table->symbols[relocation->symbol];
}

uint64_t
audit_relocation_value (const struct audit_elf *file,
			const struct audit_relocation *relocation, bool *known)
{
  const struct audit_symbol *symbol
      = audit_relocation_symbol (file, relocation);
  /* Without a symbol it is relative to the image, whose base is 0 here.  */
  *known = symbol ? symbol->section || symbol->absolute : relocation->dynamic;
  return (symbol ? symbol->address : 0) + (uint64_t) relocation->addend;
}

/* The last of the COUNT LIST that starts at or before ADDRESS, or NULL.  */

static const struct audit_function *
last_before (const struct audit_function *list, size_t count, uint64_t address)
{
  size_t at;
  AUDIT_SEARCH (at, count, list[at].address <= address);
  return at ? &list[at - 1] : NULL;
}

const struct audit_function *
audit_function_at (const struct audit_elf *file, uint64_t address)
{
  const struct audit_function *function
      = last_before (file->functions, file->functions_count, address);
  return function && function->end > address ? function : NULL;
}

const struct audit_function *
audit_label_at (const struct audit_elf *file, uint64_t address)
{
  const struct audit_function *label
      = last_before (file->labels, file->labels_count, address);
  return label && label->address == address ? label : NULL;
}

const struct audit_function *
audit_label_before (const struct audit_elf *file, uint64_t address)
{
  const struct audit_function *label
      = last_before (file->labels, file->labels_count, address);
  const struct audit_section *section = audit_section_at (file, address, 0);
  if (!label || section != &file->sections[label->section])
    return NULL;
  /* A function in between has nothing to do with the label.  */
  const struct audit_function *function
      = last_before (file->functions, file->functions_count, address);
  return function && function->address > label->address ? NULL : label;
}

const struct audit_function *
audit_function_starting_at (const struct audit_elf *file, uint64_t address)
{
  const struct audit_function *function = audit_function_at (file, address);
  return function && function->address == address ? function : NULL;
}

void
audit_print_place (struct kcfi_text *text, const struct audit_elf *file,
		   uint64_t address)
{
  const struct audit_function *function = audit_function_at (file, address);
  if (!function)
    function = audit_label_before (file, address);
  if (function)
    {
      kcfi_text_printf (text, "%s+0x%" PRIx64, function->name,
			address - function->address);
      return;
    }
  const struct audit_section *section = audit_section_at (file, address, 0);
  if (file->relocatable && section)
    kcfi_text_printf (text, "%s+0x%" PRIx64, section->name,
		      address - section->address);
  else
    kcfi_text_printf (text, "0x%" PRIx64, address);
}
