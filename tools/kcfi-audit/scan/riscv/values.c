/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RISC-V: what instructions do to registers, as far as addresses are formed and
   loaded.  */

#include "values.h"

#include <elf.h>

#include "../scan.h"
#include "../spills.h"

/* The relocation at PLACE of an object, but not one that only allows to relax;
   NULL if there is none.  */

static const struct audit_relocation *
relocation_at (const struct audit_file *file, uint64_t place)
{
  return file->elf.relocatable ? audit_relocation_at (&file->elf, place) : NULL;
}

/* lui or auipc.  With a relocation the whole address is taken, and the low part
   that follows adds nothing.  */

static void
form_high (struct audit_values *values,
	   const struct riscv_instruction *instruction, uint64_t place)
{
  const struct audit_file *file = values->file;
  const struct audit_relocation *relocation = relocation_at (file, place);
  uint64_t address = (uint64_t) instruction->value;
  bool got = false;
  if (instruction->operation == RISCV_AUIPC)
    address += place;
  if (relocation)
    {
      bool known;
      address = audit_relocation_value (&file->elf, relocation, &known);
      got = file->machine->relocation_kind (relocation->type) == AUDIT_REL_GOT;
      if (!known && !got)
	{
	  audit_set_unknown (values, instruction->to);
	  return;
	}
    }
  audit_set_address (values, instruction->to, got ? 0 : address, got);
}

static bool
low_part_p (const struct audit_file *file, uint64_t place)
{
  const struct audit_relocation *relocation = relocation_at (file, place);
  return relocation
	 && (relocation->type == R_RISCV_LO12_I
	     || relocation->type == R_RISCV_PCREL_LO12_I);
}

/* A register that is stored on the stack, or loaded from there: at the stack
   pointer or the frame pointer, which is s0.  */

static void
follow_stack (struct audit_values *values,
	      const struct riscv_instruction *instruction)
{
  enum
  {
    STACK = 2,
    FRAME = 8
  };
  if ((instruction->from != STACK && instruction->from != FRAME)
      || instruction->size != (values->file->elf.is_64 ? 8 : 4))
    return;
  if (instruction->operation == RISCV_STORE)
    audit_spill (values, instruction->from, instruction->value,
		 instruction->other);
  else
    audit_reload (values, instruction->from, instruction->value,
		  instruction->to);
}

void
riscv_follow (struct audit_values *values,
	      const struct riscv_instruction *instruction, uint64_t place)
{
  unsigned to = instruction->to;
  uint64_t value
      = low_part_p (values->file, place) ? 0 : (uint64_t) instruction->value;
  struct audit_value loaded;
  if (instruction->operation == RISCV_STORE)
    follow_stack (values, instruction);
  if (!to)
    return;
  switch (instruction->operation)
    {
    case RISCV_LUI:
    case RISCV_AUIPC:
      form_high (values, instruction, place);
      break;
    case RISCV_ADDI:
      if (instruction->from == RISCV_ZERO)
	audit_set_unknown (values, to);
      else
	audit_add_constant (values, to, instruction->from, value);
      audit_note_formed (values, place, to);
      break;
    case RISCV_ADDIW:
      /* sext.w leaves an entry of four bytes as it is.  */
      if (!instruction->value
	  && values->registers[instruction->from].kind == AUDIT_VALUE_ENTRY
	  && values->registers[instruction->from].is_signed
	  && !values->registers[instruction->from].based
	  && values->registers[instruction->from].size <= 4)
	audit_copy_value (values, to, instruction->from);
      else
	audit_set_unknown (values, to);
      break;
    case RISCV_ADD:
      if (instruction->from == RISCV_ZERO && !instruction->value)
	audit_copy_value (values, to, instruction->other);
      else
	audit_add_values (values, to, instruction->from, instruction->other,
			  (struct audit_extension){
			      .shift = (unsigned char) instruction->value });
      break;
    case RISCV_LOAD:
      loaded
	  = audit_value_at (values, values->registers[instruction->from], value,
			    instruction->size, instruction->is_signed);
      audit_set_unknown (values, to);
      values->registers[to] = loaded;
      follow_stack (values, instruction);
      break;
    default:
      audit_set_unknown (values, to);
      break;
    }
}
