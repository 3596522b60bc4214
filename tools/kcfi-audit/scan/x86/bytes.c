/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What x86's bytes and relocations say without decoding all code.  */

#include "bytes.h"

#include <elf.h>

enum
{
  MOVL = 5 /* Length of b8 ID.  */
};

/* True if the movl at AT, an offset in SECTION, comes first in an aligned block or
   has the padding in front that belongs to it.  */

static bool
leading_movl_p (const struct audit_section *section, uint64_t at)
{
  return (section->address + at) % 16 == 0
	 || (at >= 3 && section->bytes[at - 1] == 0x90
	     && section->bytes[at - 2] == 0x90
	     && section->bytes[at - 3] == 0x90);
}

/* Without symbols: nops of one byte, before them a movl of an immediate, or two of
   them.  Code in front of a function can look like that, so the first must lead;
   of two the first is a virtual id.  */

void
x86_find_preamble (const struct audit_file *file,
		   const struct audit_function *function,
		   struct audit_preamble *preamble)
{
  const struct audit_section *section = &file->elf.sections[function->section];
  uint64_t start = function->address - section->address;
  uint64_t at = start;
  while (at && section->bytes[at - 1] == 0x90)
    at--;
  if (at < MOVL || (section->bytes[at - MOVL] & 0xf8) != 0xb8)
    return;
  bool second = at >= 2 * MOVL && section->bytes[at - 2 * MOVL] == 0xb8
		&& leading_movl_p (section, at - 2 * MOVL);
  if (!second && !leading_movl_p (section, at - MOVL))
    return;
  preamble->has_virtual = second;
  if (second)
    {
      preamble->virtual_id = audit_read_32 (section->bytes + at - MOVL - 4);
      preamble->virtual_offset = (uint32_t) (start - at) + 4 + MOVL;
    }
  preamble->id = audit_read_32 (section->bytes + at - 4);
  preamble->offset = (uint32_t) (start - at + 4);
  preamble->arity = section->bytes[at - 5] & 7;
  preamble->present = true;
}

enum audit_relocation_kind
x86_relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_X86_64_64:
    case R_X86_64_32:
    case R_X86_64_32S:
      return AUDIT_REL_ABSOLUTE;
    case R_X86_64_PC32:
    case R_X86_64_PC64:
      return AUDIT_REL_RELATIVE;
    case R_X86_64_PLT32:
      return AUDIT_REL_BRANCH;
    case R_X86_64_GOTPCREL:
    case R_X86_64_GOTPCRELX:
    case R_X86_64_REX_GOTPCRELX:
      return AUDIT_REL_GOT;
    case R_X86_64_RELATIVE:
    case R_X86_64_GLOB_DAT:
    case R_X86_64_IRELATIVE:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

/* A direct branch has the same kind as a word relative to its place, which there are
   hardly any of.  GOTOFF is the address less that of the GOT.  */

enum audit_relocation_kind
x86_32_relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_386_32:
      return AUDIT_REL_ABSOLUTE;
    case R_386_PC32:
    case R_386_PLT32:
      return AUDIT_REL_BRANCH;
    case R_386_GOTOFF:
      return AUDIT_REL_ADDED;
    case R_386_GOT32:
    case R_386_GOT32X:
      return AUDIT_REL_GOT;
    case R_386_RELATIVE:
    case R_386_GLOB_DAT:
    case R_386_IRELATIVE:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

/* The length of an instruction up to the immediate behind its operand in memory, if
   ModRM is at BYTES and LENGTH bytes come before what follows that.  */

static unsigned
operand_length (const unsigned char *bytes, unsigned length)
{
  unsigned mod = bytes[0] >> 6, rm = bytes[0] & 7;
  if (mod == 3)
    return length;
  if (rm == 4)
    length++;
  return length + (mod == 1 ? 1 : mod == 2 || (mod == 0 && rm == 5) ? 4 : 0);
}

/* The forms in which compilers put an address into a register or into memory:
     lea    disp32(%rip), %reg		[4x] 8d /r, mod 0, rm 5
     mov    $imm32, %reg32		[41] b8+r
     movabs $imm64, %reg		48 or 49, b8+r
     movq   $imm32, %reg or memory	48 c7 /0 ...
     push   $imm32			68  */

unsigned
x86_formed_address (const unsigned char *bytes, size_t size, uint64_t place,
		    uint64_t *address)
{
  if (size < 8)
    return 0;
  if ((bytes[0] & 0xf8) == 0x48 && bytes[1] == 0x8d && (bytes[2] & 0xc7) == 5)
    {
      *address = place + 7
		 + (uint64_t) (int64_t) (int32_t) audit_read_32 (bytes + 3);
      return 7;
    }
  if ((bytes[0] & 0xfe) == 0x48 && (bytes[1] & 0xf8) == 0xb8 && size >= 10)
    {
      *address = audit_read_64 (bytes + 2);
      return 10;
    }
  if ((bytes[0] & 0xf8) == 0xb8 || bytes[0] == 0x68)
    {
      *address = audit_read_32 (bytes + 1);
      return 5;
    }
  if ((bytes[0] & 0xf8) != 0x48 || bytes[1] != 0xc7 || (bytes[2] & 0x38))
    return 0;
  unsigned length = operand_length (bytes + 2, 3);
  if (length + 4 > size)
    return 0;
  *address = (uint64_t) (int64_t) (int32_t) audit_read_32 (bytes + length);
  return length + 4;
}

/* Of 32 bits: mov $imm32, %reg; push $imm32; movl $imm32, memory.  */

unsigned
x86_32_formed_address (const unsigned char *bytes, size_t size, uint64_t place,
		       uint64_t *address)
{
  (void) place;
  unsigned length = 1;
  if (size < 6)
    return 0;
  if (bytes[0] == 0xc7 && !(bytes[1] & 0x38))
    length = operand_length (bytes + 1, 2);
  else if ((bytes[0] & 0xf8) != 0xb8 && bytes[0] != 0x68)
    return 0;
  if (length + 4 > size)
    return 0;
  *address = audit_read_32 (bytes + length);
  return length + 4;
}
