/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aarch64: what instructions do to registers, as far as addresses are formed
   and loaded:

	adrp	x1, table		adr	x2, .Lcase
	add	x1, x1, :lo12:table	add	x1, x2, w1, sxtb #2
	ldrb	w1, [x1, w0, uxtw]	br	x1  */

#include <elf.h>

#include "code.h"
#include "../scan.h"
#include "../spills.h"

/* What the relocation at PLACE makes of an address: false if there is none of a
   kind that does.  *GOT: of a place in the GOT, which only the linker knows. */

static bool
relocated_address (const struct audit_file *file, uint64_t place,
		   uint64_t *address, bool *got)
{
  const struct audit_relocation *relocation
      = file->elf.relocatable ? audit_relocation_at (&file->elf, place) : NULL;
  *got = false;
  if (!relocation)
    return false;
  switch (relocation->type)
    {
    case R_AARCH64_ADR_GOT_PAGE:
    case R_AARCH64_LD64_GOT_LO12_NC:
    case R_AARCH64_LD64_GOTPAGE_LO15:
    case R_AARCH64_TLSDESC_ADR_PAGE21:
    case R_AARCH64_TLSDESC_LD64_LO12:
    case R_AARCH64_TLSDESC_ADD_LO12:
      *got = true;
      *address = 0;
      return true;
    default:
      {
	bool known;
	*address = audit_relocation_value (&file->elf, relocation, &known);
	return known;
      }
    }
}

/* adr and adrp.  */

static void
form_address (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = aarch64_field (word, 0, 5);
  int64_t offset
      = aarch64_signed_field (word, 5, 19) * 4 + aarch64_field (word, 29, 2);
  uint64_t address = place + (uint64_t) offset;
  bool page = word >> 31, got = false;
  if (page)
    address = (place & -UINT64_C (4096)) + (uint64_t) offset * 4096;
  if (relocated_address (values->file, place, &address, &got) && page)
    address &= -UINT64_C (4096);
  audit_set_address (values, to, address, got);
  if (!page)
    audit_note_formed (values, place, to);
}

/* ldr xD, label: a constant in the code, or what the loader makes of it.  */

static void
load_literal (struct audit_values *values, uint32_t word, uint64_t place)
{
  const struct audit_elf *elf = &values->file->elf;
  unsigned to = aarch64_field (word, 0, 5);
  uint64_t address = place + (uint64_t) aarch64_signed_field (word, 5, 19) * 4;
  const struct audit_section *section = audit_section_at (elf, address, 8);
  const struct audit_relocation *relocation
      = audit_relocation_at (elf, address);
  bool known = true;
  audit_set_unknown (values, to);
  if (!section || !(section->flags & SHF_EXECINSTR))
    return;
  uint64_t value = relocation
		       ? audit_relocation_value (elf, relocation, &known)
		       : audit_data (elf, audit_bytes_at (elf, address, 8), 8);
  if (known && value)
    audit_set_address (values, to, value, false);
  audit_note_formed (values, place, to);
}

/* add xD, xN, #imm  */

static void
add_immediate (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = aarch64_field (word, 0, 5), from = aarch64_field (word, 5, 5);
  uint64_t constant = (uint64_t) aarch64_field (word, 10, 12)
		      << 12 * aarch64_field (word, 22, 1);
  uint64_t address;
  bool got;
  if (relocated_address (values->file, place, &address, &got))
    audit_set_address (values, to, address, got);
  else
    audit_add_constant (values, to, from, constant);
  audit_note_formed (values, place, to);
}

/* add xD, xN, xM with a shift or extension.  */

static void
add_register (struct audit_values *values, uint32_t word, bool extended)
{
  struct audit_extension extension = { 0 };
  if (extended)
    {
      unsigned option = aarch64_field (word, 13, 3);
      extension = (struct audit_extension){
	.size = option % 4 == 3 ? 0 : (unsigned char) (1 << option % 4),
	.is_signed = option >= 4,
	.shift = (unsigned char) aarch64_field (word, 10, 3)
      };
    }
  else if (aarch64_field (word, 22, 2) == 0) /* lsl  */
    extension.shift = (unsigned char) aarch64_field (word, 10, 6);
  else
    {
      audit_set_unknown (values, aarch64_field (word, 0, 5));
      return;
    }
  audit_add_values (values, aarch64_field (word, 0, 5),
		    aarch64_field (word, 5, 5), aarch64_field (word, 16, 5),
		    extension);
}

/* The size that a load of general registers has, 0 for others; by the fields
   size and opc.  */

static unsigned
load_size (uint32_t word, bool *is_signed)
{
  unsigned size = aarch64_field (word, 30, 2),
	   opc = aarch64_field (word, 22, 2);
  *is_signed = opc >= 2;
  if (aarch64_field (word, 26, 1) || opc == 0 || (size == 3 && opc > 1)
      || (size == 2 && opc == 3))
    return 0;
  return 1u << size;
}

static void
follow_load (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = aarch64_field (word, 0, 5), from = aarch64_field (word, 5, 5);
  bool is_signed;
  unsigned size = load_size (word, &is_signed);
  struct audit_value base = values->registers[from];
  uint64_t offset = 0, address;
  bool got;
  if (aarch64_field (word, 24, 1)) /* unsigned offset  */
    {
      offset = (uint64_t) aarch64_field (word, 10, 12) * size;
      if (relocated_address (values->file, place, &address, &got))
	{
	  base = (struct audit_value){ .kind = AUDIT_VALUE_ADDRESS,
				       .address = address,
				       .got = got };
	  offset = 0;
	}
    }
  else if (aarch64_field (word, 21, 1)
	   && aarch64_field (word, 10, 2) == 2) /* register  */
    {
      base = audit_slot (values, from, aarch64_field (word, 16, 5));
    }
  else
    {
      /* Unscaled, or with a changed base.  */
      if (aarch64_field (word, 10, 1))
	audit_set_unknown (values, from);
      size = 0;
    }
  struct audit_value value
      = size ? audit_value_at (values, base, offset, size, is_signed)
	     : (struct audit_value){ 0 };
  audit_set_unknown (values, to);
  if (value.kind != AUDIT_VALUE_UNKNOWN && to < AARCH64_LINK)
    values->registers[to] = value;
}

static void
forget_register (struct audit_values *values, unsigned reg)
{
  if (reg <= AARCH64_LINK)
    audit_set_unknown (values, reg);
}

/* Exclusive loads and stores, and cas: Rt and Rt2 may be loaded, Rs is a status
   or what cas finds, and with the next register what casp finds.  A field that
   an instruction has not is 31.  */

static void
follow_exclusive (struct audit_values *values, uint32_t word)
{
  forget_register (values, aarch64_field (word, 0, 5));
  forget_register (values, aarch64_field (word, 10, 5));
  forget_register (values, aarch64_field (word, 16, 5));
  forget_register (values, aarch64_field (word, 16, 5) | 1);
}

/* Registers of 64 bits that are stored on the stack, or loaded from there: at
   the stack pointer, which has the number 31, or the frame pointer.  */

static void
follow_stack (struct audit_values *values, uint32_t word)
{
  enum
  {
    FRAME = 29,
    STACK = 31
  };
  unsigned to = aarch64_field (word, 0, 5), base = aarch64_field (word, 5, 5);
  int64_t offset;
  bool pair = false, load = aarch64_field (word, 22, 1);
  if (base != STACK && base != FRAME)
    return;
  if ((word & 0xff800000) == 0xf9000000) /* str, ldr  */
    offset = (int64_t) aarch64_field (word, 10, 12) * 8;
  else if ((word & 0xffa00c00) == 0xf8000000) /* stur, ldur  */
    offset = aarch64_signed_field (word, 12, 9);
  else if ((word & 0xff800000) == 0xa9000000) /* stp, ldp  */
    {
      pair = true;
      offset = aarch64_signed_field (word, 15, 7) * 8;
    }
  else
    return;
  void (*follow) (struct audit_values *, unsigned, int64_t, unsigned)
      = load ? audit_reload : audit_spill;
  follow (values, base, offset, to);
  if (pair)
    follow (values, base, offset + 8, aarch64_field (word, 10, 5));
}

/* What WORD, no branch, does to the registers.  Of what is not listed the
   lowest field is the register that changes, if any does.  */

void
aarch64_follow (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = aarch64_field (word, 0, 5);
  if ((word & 0x1f000000) == 0x10000000)
    form_address (values, word, place);
  else if ((word & 0xff000000) == 0x58000000)
    load_literal (values, word, place);
  else if ((word & 0xff800000) == 0x91000000)
    add_immediate (values, word, place);
  else if ((word & 0xff200000) == 0x8b000000)
    add_register (values, word, false);
  else if ((word & 0xffe00000) == 0x8b200000)
    add_register (values, word, true);
  else if ((word & 0xffe0ffe0) == 0xaa0003e0)
    audit_copy_value (values, to, aarch64_field (word, 16, 5));
  else if ((word & 0x3f000000) == 0x08000000)
    follow_exclusive (values, word);
  else if ((word & 0x3b200c00) == 0x38200000) /* swp, ldadd ...  */
    forget_register (values, to);
  else if ((word & 0x3b000000) == 0x38000000
	   || (word & 0x3b000000) == 0x39000000)
    {
      /* Loads and stores of one register; a store changes none but its base. */
      bool is_signed;
      if (load_size (word, &is_signed))
	follow_load (values, word, place);
      else if ((word & 0x3b200400) == 0x38000400)
	audit_set_unknown (values, aarch64_field (word, 5, 5));
    }
  else if ((word & 0x3a000000) == 0x28000000)
    {
      /* Pairs.  */
      if (aarch64_field (word, 22, 1))
	{
	  audit_set_unknown (values, to);
	  audit_set_unknown (values, aarch64_field (word, 10, 5));
	}
      if (aarch64_field (word, 23, 1))
	audit_set_unknown (values, aarch64_field (word, 5, 5));
    }
  else
    forget_register (values, to);
  follow_stack (values, word);
}
