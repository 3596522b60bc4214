/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Applying the relocations of an object's debug sections, of the few simple
   kinds that compilers use there.  Code and data have the addresses that
   elf/elf-file.c gave their sections; debug sections start at 0.  */

#include "relocate.h"

#include <gelf.h>
#include <string.h>

/* What one relocation does: SIZE bytes become the value, or have it added or
   subtracted (RISC-V).  SIZE 0: not known.  */
struct action
{
  unsigned size;
  enum
  {
    STORE,
    ADD,
    SUBTRACT,
    SET_SIX, /* The low six bits of a byte.  */
    SUBTRACT_SIX
  } what;
};

static struct action
riscv_action (uint32_t type)
{
  switch (type)
    {
    case R_RISCV_32:
    case R_RISCV_SET32:
      return (struct action){ 4, STORE };
    case R_RISCV_64:
      return (struct action){ 8, STORE };
    case R_RISCV_SET8:
      return (struct action){ 1, STORE };
    case R_RISCV_SET16:
      return (struct action){ 2, STORE };
    case R_RISCV_ADD8:
      return (struct action){ 1, ADD };
    case R_RISCV_ADD16:
      return (struct action){ 2, ADD };
    case R_RISCV_ADD32:
      return (struct action){ 4, ADD };
    case R_RISCV_ADD64:
      return (struct action){ 8, ADD };
    case R_RISCV_SUB8:
      return (struct action){ 1, SUBTRACT };
    case R_RISCV_SUB16:
      return (struct action){ 2, SUBTRACT };
    case R_RISCV_SUB32:
      return (struct action){ 4, SUBTRACT };
    case R_RISCV_SUB64:
      return (struct action){ 8, SUBTRACT };
    case R_RISCV_SET6:
      return (struct action){ 1, SET_SIX };
    case R_RISCV_SUB6:
      return (struct action){ 1, SUBTRACT_SIX };
    default:
      return (struct action){ 0, STORE };
    }
}

/* Numbers of the ABI: elf.h of Debian 12 has not all names.  */

static struct action
loongarch_action (uint32_t type)
{
  switch (type)
    {
    case 1: /* R_LARCH_32  */
      return (struct action){ 4, STORE };
    case 2: /* R_LARCH_64  */
      return (struct action){ 8, STORE };
    case 47: /* R_LARCH_ADD8 to R_LARCH_ADD64; 49 is of three bytes.  */
      return (struct action){ 1, ADD };
    case 48:
      return (struct action){ 2, ADD };
    case 50:
      return (struct action){ 4, ADD };
    case 51:
      return (struct action){ 8, ADD };
    case 52: /* R_LARCH_SUB8 to R_LARCH_SUB64  */
      return (struct action){ 1, SUBTRACT };
    case 53:
      return (struct action){ 2, SUBTRACT };
    case 55:
      return (struct action){ 4, SUBTRACT };
    case 56:
      return (struct action){ 8, SUBTRACT };
    default:
      return (struct action){ 0, STORE };
    }
}

static struct action
action_of (unsigned machine, uint32_t type)
{
  unsigned size = 0;
  switch (machine)
    {
    case EM_X86_64:
      size = type == R_X86_64_64 || type == R_X86_64_DTPOFF64	? 8
	     : type == R_X86_64_32 || type == R_X86_64_DTPOFF32 ? 4
								: 0;
      break;
    case EM_AARCH64:
      size = type == R_AARCH64_ABS64 ? 8 : type == R_AARCH64_ABS32 ? 4 : 0;
      break;
    case EM_ARM:
      size = type == R_ARM_ABS32 ? 4 : 0;
      break;
    case EM_RISCV:
      return riscv_action (type);
    case EM_386:
      size = type == R_386_32 ? 4 : 0;
      break;
    case EM_S390:
      size = type == R_390_64 ? 8 : type == R_390_32 ? 4 : 0;
      break;
    case EM_PPC64:
      size = type == R_PPC64_ADDR64 ? 8 : type == R_PPC64_ADDR32 ? 4 : 0;
      break;
    case EM_MIPS:
      size = type == R_MIPS_64 ? 8 : type == R_MIPS_32 ? 4 : 0;
      break;
    case EM_LOONGARCH:
      return loongarch_action (type);
    }
  return (struct action){ size, STORE };
}

static void
apply_action (const struct audit_elf *file, unsigned char *place,
	      struct action action, uint64_t value, bool has_addend)
{
  uint64_t old = audit_data (file, place, action.size);
  switch (action.what)
    {
    case STORE:
      /* Without an addend of its own the relocation has it in the place.  */
      value += has_addend ? 0 : old;
      break;
    case ADD:
      value = old + value;
      break;
    case SUBTRACT:
      value = old - value;
      break;
    case SET_SIX:
      value = (old & 0xc0) | (value & 0x3f);
      break;
    case SUBTRACT_SIX:
      value = (old & 0xc0) | ((old - value) & 0x3f);
      break;
    }
  for (unsigned i = 0; i < action.size; i++)
    place[file->big_endian ? action.size - 1 - i : i]
	= (unsigned char) (value >> 8 * i);
}

static void
relocate_section (const struct audit_elf *file, Elf_Scn *relocations,
		  const GElf_Shdr *header)
{
  Elf_Scn *target = elf_getscn (file->elf, header->sh_info);
  const struct audit_section *section = &file->sections[header->sh_info];
  if ((section->flags & SHF_COMPRESSED) && elf_compress (target, 0, 0) < 0)
    return;
  Elf_Data *data = elf_getdata (target, NULL);
  Elf_Data *list = elf_getdata (relocations, NULL);
  bool has_addend = header->sh_type == SHT_RELA;
  if (!data || !data->d_buf || !list)
    return;
  size_t size = gelf_fsize (file->elf, has_addend ? ELF_T_RELA : ELF_T_REL, 1,
			    EV_CURRENT);
  const struct audit_symbols *symbols = &file->tables[AUDIT_STATIC_SYMBOLS];
  for (size_t i = 0; size && i < list->d_size / size && i < INT32_MAX; i++)
    {
      GElf_Rela relocation = { 0 };
      GElf_Rel rel;
      if (has_addend ? !gelf_getrela (list, (int) i, &relocation)
		     : !gelf_getrel (list, (int) i, &rel))
	return;
      if (!has_addend)
	{
	  relocation.r_offset = rel.r_offset;
	  relocation.r_info = rel.r_info;
	}
      struct action action = action_of (
	  file->machine, audit_relocation_type (file, relocation.r_info));
      size_t symbol = audit_relocation_symbol_number (file, relocation.r_info);
      if (!action.size || symbol >= symbols->symbols_count
	  || relocation.r_offset > data->d_size
	  || action.size > data->d_size - relocation.r_offset)
	continue;
      uint64_t value
	  = symbols->symbols[symbol].address + (uint64_t) relocation.r_addend;
      apply_action (file, (unsigned char *) data->d_buf + relocation.r_offset,
		    action, value, has_addend);
    }
}

void
audit_relocate_debug (const struct audit_elf *file)
{
  if (!file->relocatable)
    return;
  for (size_t i = 1; i < file->sections_count; i++)
    {
      Elf_Scn *scn = elf_getscn (file->elf, i);
      GElf_Shdr header;
      if (gelf_getshdr (scn, &header)
	  && (header.sh_type == SHT_RELA || header.sh_type == SHT_REL)
	  && header.sh_info < file->sections_count
	  && !strncmp (file->sections[header.sh_info].name, ".debug", 6)
	  && !(file->sections[header.sh_info].flags & SHF_ALLOC))
	relocate_section (file, scn, &header);
    }
}
