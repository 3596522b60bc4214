/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What registers of arm have, as far as A32 and Thumb form addresses alike.  */

#include "code.h"

#include <elf.h>

void
arm_load_literal (struct arm_scanner *scanner, unsigned to, uint64_t address)
{
  struct audit_values *values = &scanner->values;
  const struct audit_elf *elf = &scanner->file->elf;
  const unsigned char *bytes = audit_bytes_at (elf, address, 4);
  const struct audit_relocation *relocation
      = audit_relocation_at (elf, address);
  bool known;
  audit_set_unknown (values, to);
  if (!bytes)
    return;
  audit_add_target (&scanner->literals, address);
  if (!relocation)
    {
      /* A linked image may be writable here; constants are not.  */
      audit_set_address (values, to, audit_data (elf, bytes, 4), false);
      return;
    }
  uint64_t value = audit_relocation_value (elf, relocation, &known);
  switch (scanner->file->machine->relocation_kind (relocation->type))
    {
    case AUDIT_REL_RELATIVE:
      value -= address;
      break;
    case AUDIT_REL_ABSOLUTE:
    case AUDIT_REL_DYNAMIC:
      break;
    case AUDIT_REL_GOT:
      audit_set_address (values, to, 0, true);
      return;
    default:
      return;
    }
  if (known)
    audit_set_address (values, to, value, false);
}

struct audit_value
arm_pc_value (const struct arm_scanner *scanner, uint64_t pc)
{
  return (struct audit_value){ .kind = AUDIT_VALUE_ADDRESS,
			       .address = pc,
			       .block = scanner->values.block };
}

void
arm_set_value (struct arm_scanner *scanner, unsigned to,
	       struct audit_value value)
{
  scanner->values.registers[to] = value;
}

void
arm_forget_list (struct arm_scanner *scanner, unsigned list)
{
  for (unsigned i = 0; list >> i; i++)
    if (list >> i & 1)
      audit_set_unknown (&scanner->values, i);
}

void
arm_direct_branch (struct arm_scanner *scanner, bool links, bool always)
{
  if (links)
    {
      for (unsigned i = 0; i < 4; i++)
	audit_set_unknown (&scanner->values, i);
      audit_set_unknown (&scanner->values, 12);
      audit_set_unknown (&scanner->values, ARM_LINK);
    }
  else if (always)
    audit_values_new_block (&scanner->values);
}

struct audit_value
arm_operand (const struct arm_scanner *scanner, unsigned reg, uint64_t pc)
{
  return reg == ARM_PC ? arm_pc_value (scanner, pc)
		       : scanner->values.registers[reg];
}

struct audit_value
arm_sum (struct arm_scanner *scanner, unsigned first,
	 const struct arm_addend *second, uint64_t pc)
{
  enum
  {
    FIRST = 30, /* Not arm's: for the operands ...  */
    SECOND = 31 /* ... as they are read.  */
  };
  struct audit_values *values = &scanner->values;
  values->registers[FIRST] = arm_operand (scanner, first, pc);
  values->addresses[FIRST] = values->addresses[first];
  if (second->constant)
    audit_add_constant (values, FIRST, FIRST, second->value);
  else
    {
      values->registers[SECOND] = arm_operand (scanner, second->reg, pc);
      values->addresses[SECOND] = values->addresses[second->reg];
      audit_add_values (values, FIRST, FIRST, SECOND, second->extension);
    }
  return values->registers[FIRST];
}

void
arm_move_half (struct arm_scanner *scanner, unsigned to, uint64_t half,
	       bool top, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  const struct audit_relocation *relocation
      = audit_relocation_at (&scanner->file->elf, place);
  bool known;
  if (relocation)
    {
      uint64_t value
	  = audit_relocation_value (&scanner->file->elf, relocation, &known);
      if (known
	  && scanner->file->machine->relocation_kind (relocation->type)
		 == AUDIT_REL_CODE)
	audit_set_address (values, to, value, false);
      else if (!top)
	audit_set_unknown (values, to);
    }
  else if (!top)
    audit_set_address (values, to, half, false);
  else if (values->registers[to].kind == AUDIT_VALUE_ADDRESS)
    audit_set_address (values, to,
		       (values->registers[to].address & 0xffff) | half << 16,
		       false);
  if (top)
    audit_note_formed (values, place, to);
}
