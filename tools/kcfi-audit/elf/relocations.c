/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the relocations of an ELF file.  */

#include <gelf.h>
#include <stdlib.h>

#include "../base/array.h"
#include "parts.h"

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

uint32_t
audit_relocation_type (const struct audit_elf *file, uint64_t info)
{
  if (file->machine != EM_MIPS || !file->is_64)
    return GELF_R_TYPE (info);
  return file->big_endian ? info & 0xff : info >> 56;
}

uint32_t
audit_relocation_symbol_number (const struct audit_elf *file, uint64_t info)
{
  return file->machine == EM_MIPS && file->is_64 && !file->big_endian
	     ? (uint32_t) info
	     : (uint32_t) GELF_R_SYM (info);
}

/* Entry NUMBER of DATA, which has addends of its own (SHT_RELA) or none.  False
   if it cannot be read.  */

static bool
read_entry (Elf_Data *data, size_t number, bool has_addend, GElf_Rela *entry)
{
  if (has_addend)
    return gelf_getrela (data, (int) number, entry);
  GElf_Rel rel;
  if (!gelf_getrel (data, (int) number, &rel))
    return false;
  *entry = (GElf_Rela){ .r_offset = rel.r_offset, .r_info = rel.r_info };
  return true;
}

/* Relocations of section number TARGET, or of the image if TARGET is 0.  */

static char *
read_relocation_section (struct audit_elf *file, size_t number, size_t target,
			 bool dynamic)
{
  const struct audit_section *section = &file->sections[number];
  const struct audit_section *changed
      = file->relocatable ? &file->sections[target] : NULL;
  Elf_Data *data = elf_getdata (elf_getscn (file->elf, number), NULL);
  bool has_addend = section->type == SHT_RELA;
  size_t size = gelf_fsize (file->elf, has_addend ? ELF_T_RELA : ELF_T_REL, 1,
			    EV_CURRENT);
  if (!section->size)
    return NULL;
  if (!data || !size)
    return audit_elf_complain (file, "section %s is damaged (%s)",
			       section->name, elf_errmsg (-1));
  size_t count = data->d_size / size;
  if (count > (size_t) INT32_MAX)
    return audit_elf_complain (file, "section %s is too large", section->name);
  for (size_t i = 0; i < count; i++)
    {
      GElf_Rela raw = { 0 };
      if (!read_entry (data, i, has_addend, &raw))
	return audit_elf_complain (file, "section %s is damaged (%s)",
				   section->name, elf_errmsg (-1));
      if (changed && raw.r_offset >= changed->size)
	continue;
      struct audit_relocation relocation
	  = { .address = (changed ? changed->address : 0) + raw.r_offset,
	      .addend = raw.r_addend,
	      .type = audit_relocation_type (file, raw.r_info),
	      .symbol = audit_relocation_symbol_number (file, raw.r_info),
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
    return audit_compare (first->address, second->address);
  /* Two of a pair (RISC-V) in the file's order, which the type tells.  */
  return audit_compare (first->type, second->type);
}

char *
audit_elf_read_relocations (struct audit_elf *file)
{
  for (size_t i = 1; i < file->sections_count; i++)
    {
      const struct audit_section *section = &file->sections[i];
      GElf_Shdr header;
      if (section->type != SHT_RELA && section->type != SHT_REL)
	continue;
      if (!gelf_getshdr (elf_getscn (file->elf, i), &header))
	return audit_elf_complain (file, "has a damaged section table");
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
