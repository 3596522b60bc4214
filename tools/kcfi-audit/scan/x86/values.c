/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86_64: what instructions do to registers, as far as jump tables, the GOT and
   known functions need it.  Jump tables, as GCC and Clang make them:

	jmp	*table(,%rax,8)			entries are addresses

	mov	table(,%rax,8), %rax
	jmp	*%rax

	lea	table(%rip), %rdx		entries are relative to the
	movslq	(%rdx,%rax,4), %rax		table
	add	%rdx, %rax
	jmp	*%rax

   The form alone is not enough: a call through an array of functions looks
   alike.  A table is one if its entries lie inside the function.  */

#include "values.h"

/* PLAIN, as the instruction has it, or what the relocation of its four bytes at
   OFFSET makes of that.  Where that is defined elsewhere, the address is 0.  */

static struct audit_value
read_constant (const struct audit_values *values,
	       const struct x86_instruction *instruction, unsigned offset,
	       uint64_t plain)
{
  const struct audit_file *file = values->file;
  uint64_t place = instruction->address + offset;
  const struct audit_relocation *relocation
      = file->elf.relocatable && offset
	    ? audit_relocation_at (&file->elf, place)
	    : NULL;
  struct audit_value value = { .kind = AUDIT_VALUE_ADDRESS,
			       .address = plain,
			       .block = values->block };
  bool known;
  if (!relocation)
    return value;
  value.address = audit_relocation_value (&file->elf, relocation, &known);
  switch (file->machine->relocation_kind (relocation->type))
    {
    case AUDIT_REL_RELATIVE:
    case AUDIT_REL_BRANCH:
      value.address += instruction->end - place;
      break;
    case AUDIT_REL_ABSOLUTE:
      break;
    case AUDIT_REL_GOT:
      value.got = true;
      known = false;
      break;
    default:
      known = false;
      break;
    }
  if (!known)
    value.address = 0;
  return value;
}

/* What INSTRUCTION's memory operand adds to its index: a constant, or the last
   address that its base register had.  Unknown through %fs and %gs.  */

static struct audit_value
read_base (const struct audit_values *values,
	   const struct x86_instruction *instruction)
{
  uint64_t displacement = (uint64_t) instruction->displacement;
  struct audit_value base = { 0 };
  if (instruction->segment)
    return base;
  if (instruction->base == AUDIT_NO_REGISTER)
    return read_constant (
	values, instruction, instruction->displacement_offset,
	displacement + (instruction->based_on_rip ? instruction->end : 0));
  base = values->addresses[instruction->base];
  base.address += displacement;
  return base;
}

/* Only forms of compilers count: `f@GOTPCREL(%rip)' and an entry of eight
   bytes.  */

struct audit_value
x86_loaded (const struct audit_values *values,
	    const struct x86_instruction *instruction)
{
  struct audit_value place = { 0 };
  if (instruction->index != AUDIT_NO_REGISTER && instruction->scale == 8)
    place = audit_indexed (read_base (values, instruction));
  else if (instruction->index == AUDIT_NO_REGISTER && instruction->based_on_rip)
    place = read_base (values, instruction);
  return audit_value_at (values, place, 0, 8, false);
}

/* movslq: an entry of four bytes.  */

static struct audit_value
load_relative_entry (const struct audit_values *values,
		     const struct x86_instruction *instruction)
{
  struct audit_value place = { 0 };
  if (instruction->reads_memory && instruction->index != AUDIT_NO_REGISTER
      && instruction->base != AUDIT_NO_REGISTER && instruction->scale == 4)
    place = audit_indexed (read_base (values, instruction));
  return audit_value_at (values, place, 0, 4, true);
}

static void
set_value (struct audit_values *values, unsigned to, struct audit_value value)
{
  if (value.kind == AUDIT_VALUE_ADDRESS)
    audit_set_address (values, to, value.address, value.got);
  else
    {
      audit_set_unknown (values, to);
      values->registers[to] = value;
    }
}

/* add %FROM, %TO.  */

static void
add_register (struct audit_values *values, unsigned to, unsigned from)
{
  audit_add_values (values, to, to, from, (struct audit_extension){ 0 });
}

void
x86_follow (struct audit_values *values,
	    const struct x86_instruction *instruction)
{
  unsigned to = instruction->to;
  if (to == AUDIT_NO_REGISTER)
    return;
  switch (instruction->id)
    {
    case X86_INS_CMP:
    case X86_INS_TEST:
      break;
    case X86_INS_ADD:
      if (instruction->from == AUDIT_NO_REGISTER)
	audit_set_unknown (values, to);
      else
	add_register (values, to, instruction->from);
      break;
    case X86_INS_LEA:
      if (instruction->base == AUDIT_NO_REGISTER
	  && instruction->index == AUDIT_NO_REGISTER)
	set_value (values, to, read_base (values, instruction));
      else
	audit_set_unknown (values, to);
      break;
    case X86_INS_MOV:
    case X86_INS_MOVABS:
      if (instruction->has_immediate)
	set_value (values, to,
		   read_constant (values, instruction,
				  instruction->immediate_offset,
				  instruction->immediate));
      else if (instruction->reads_memory)
	set_value (values, to, x86_loaded (values, instruction));
      else
	audit_set_unknown (values, to);
      break;
    case X86_INS_MOVSXD:
      set_value (values, to, load_relative_entry (values, instruction));
      break;
    default:
      audit_set_unknown (values, to);
      break;
    }
}
