/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86: what instructions do to registers, as far as jump tables, the GOT and
   known functions need it.  Jump tables, as GCC and Clang make them:

	jmp	*table(,%rax,8)			entries are addresses

	mov	table(,%rax,8), %rax
	jmp	*%rax

	lea	table(%rip), %rdx		entries are relative to the
	movslq	(%rdx,%rax,4), %rax		table
	add	%rdx, %rax
	jmp	*%rax

	lea	table(%rip), %rax		without optimization
	mov	(%rdx,%rax), %eax
	cltq
	lea	table(%rip), %rdx
	add	%rdx, %rax
	jmp	*%rax

   On i386 entries have four bytes, and code for shared libraries adds %ebx, the
   address of the GOT, to an entry and to what it has no other address for.

   The form alone is not enough: a call through an array of functions looks
   alike.  A table is one if its entries lie inside the function.  */

#include "values.h"

#include <elf.h>

#include "../spills.h"

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
    case AUDIT_REL_ADDED:
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

/* The same where the base register may have the address of the GOT: an object's
   relocation then says the sum.  */

static struct audit_value
read_base_32 (const struct audit_values *values,
	      const struct x86_instruction *instruction)
{
  const struct audit_file *file = values->file;
  const struct audit_relocation *relocation
      = file->elf.relocatable && instruction->displacement_offset
	    ? audit_relocation_at (&file->elf,
				   instruction->address
				       + instruction->displacement_offset)
	    : NULL;
  if (relocation)
    return read_constant (values, instruction, instruction->displacement_offset,
			  0);
  struct audit_value base = values->registers[instruction->base];
  if (base.kind == AUDIT_VALUE_SLOT && instruction->index == AUDIT_NO_REGISTER)
    return base;
  base = values->addresses[instruction->base];
  /* Without optimization the GOT is the index.  */
  if (base.kind != AUDIT_VALUE_ADDRESS && instruction->scale == 1
      && instruction->index != AUDIT_NO_REGISTER)
    base = values->addresses[instruction->index];
  base.address += (uint64_t) instruction->displacement;
  return base;
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
  if (!values->file->elf.is_64)
    return read_base_32 (values, instruction);
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
  bool wide = values->file->elf.is_64;
  int size = wide ? 8 : 4;
  /* Without optimization one of two registers has the table's address.  */
  if (wide && instruction->index != AUDIT_NO_REGISTER && instruction->scale == 1
      && instruction->base != AUDIT_NO_REGISTER && !instruction->segment
      && !instruction->displacement)
    place = audit_slot (values, instruction->index, instruction->base);
  else if (instruction->index != AUDIT_NO_REGISTER
	   && (instruction->scale == size
	       || (!wide && instruction->scale == 1)))
    place = audit_indexed (read_base (values, instruction));
  else if (instruction->index == AUDIT_NO_REGISTER
	   && (wide ? instruction->based_on_rip : !instruction->segment))
    place = read_base (values, instruction);
  return audit_value_at (values, place, 0, (unsigned) size, false);
}

/* movslq: an entry of four bytes.  */

static struct audit_value
read_relative_entry (const struct audit_values *values,
		     const struct x86_instruction *instruction)
{
  struct audit_value place = { 0 };
  if (instruction->reads_memory && instruction->index != AUDIT_NO_REGISTER
      && instruction->base != AUDIT_NO_REGISTER && instruction->scale == 4)
    place = audit_indexed (read_base (values, instruction));
  return audit_value_at (values, place, 0, 4, true);
}

/* movl of such an entry, whose place has the table's address in either register.  */

static struct audit_value
read_plain_entry (const struct audit_values *values,
		  const struct x86_instruction *instruction)
{
  struct audit_value place = { 0 };
  if (instruction->width == 4 && instruction->scale == 1
      && instruction->index != AUDIT_NO_REGISTER
      && instruction->base != AUDIT_NO_REGISTER && !instruction->segment
      && !instruction->displacement)
    place = audit_slot (values, instruction->index, instruction->base);
  return audit_value_at (values, place, 0, 4, false);
}

/* cltq: %rax is %eax with its sign.  */

static void
extend_sign (struct audit_values *values)
{
  enum
  {
    RAX
  };
  struct audit_value value = values->registers[RAX];
  bool entry = value.kind == AUDIT_VALUE_ENTRY && value.size == 4
	       && !value.based && value.block == values->block;
  audit_set_unknown (values, RAX);
  value.is_signed = true;
  if (entry)
    values->registers[RAX] = value;
}

/* What register TO has behind INSTRUCTION.  */

static struct audit_value
moved_value (const struct audit_values *values,
	     const struct x86_instruction *instruction)
{
  if (instruction->has_immediate)
    {
      struct audit_value value
	  = read_constant (values, instruction, instruction->immediate_offset,
			   instruction->immediate);
      if (instruction->id == X86_INS_MOVABS)
	value.origin = instruction->address + instruction->immediate_offset;
      return value;
    }
  if (instruction->reads_memory)
    return values->file->elf.is_64 && instruction->width == 4
	       ? read_plain_entry (values, instruction)
	       : x86_loaded (values, instruction);
  return instruction->from != AUDIT_NO_REGISTER
	     ? values->registers[instruction->from]
	     : (struct audit_value){ 0 };
}

static struct audit_value
address_value (const struct audit_values *values,
	       const struct x86_instruction *instruction)
{
  if (instruction->base == AUDIT_NO_REGISTER
      && instruction->index == AUDIT_NO_REGISTER)
    return read_base (values, instruction);
  /* i386: relative to the GOT.  */
  if (!values->file->elf.is_64 && instruction->index == AUDIT_NO_REGISTER)
    return read_base_32 (values, instruction);
  return (struct audit_value){ 0 };
}

static void
set_value (struct audit_values *values, unsigned to, struct audit_value value)
{
  if (value.kind == AUDIT_VALUE_ADDRESS)
    audit_set_address (values, to, value.address, value.got);
  else
    audit_set_unknown (values, to);
  values->registers[to] = value;
}

/* Nothing is known of the registers whose bits are set in MASK.  */

static void
forget_registers (struct audit_values *values, unsigned mask)
{
  for (unsigned i = 0; i < X86_REGISTERS; i++)
    if (mask >> i & 1)
      audit_set_unknown (values, i);
}

/* What the instruction changes beyond its first operand, and calls and jumps
   change.  */

static void
follow_effects (struct audit_values *values,
		const struct x86_instruction *instruction)
{
  enum
  {
    /* rax, rcx, rdx, rsi, rdi, r8 to r11.  Source: System V ABI, 3.2.1.  */
    CALL_CHANGES = 0x0fc7,
    CALL_CHANGES_32 = 0x7 /* eax, ecx and edx: the supplement for Intel386.  */
  };
  switch (instruction->id)
    {
    case X86_INS_CALL:
    case X86_INS_SYSCALL: /* rax, rcx and r11.  */
      forget_registers (values, values->file->elf.is_64 ? CALL_CHANGES
							: CALL_CHANGES_32);
      break;
    case X86_INS_JMP:
    case X86_INS_RET:
      audit_values_new_block (values);
      break;
    default:
      forget_registers (values, instruction->writes);
      break;
    }
}

/* True if INSTRUCTION's memory operand is on the stack: at a constant distance
   from %rsp or %rbp.  */

static bool
on_stack_p (const struct audit_values *values,
	    const struct x86_instruction *instruction)
{
  enum
  {
    RSP = 4,
    RBP = 5
  };
  return (instruction->base == RSP || instruction->base == RBP)
	 && instruction->index == AUDIT_NO_REGISTER && !instruction->segment
	 && instruction->width == (values->file->elf.is_64 ? 8 : 4);
}

/* mov of a register of 64 bits to the stack or from there.  */

static void
follow_stack (struct audit_values *values,
	      const struct x86_instruction *instruction)
{
  if (!on_stack_p (values, instruction))
    return;
  if (instruction->reads_memory && instruction->to != AUDIT_NO_REGISTER)
    audit_reload (values, instruction->base, instruction->displacement,
		  instruction->to);
  else if (instruction->writes_memory)
    audit_spill (values, instruction->base, instruction->displacement,
		 instruction->from);
}

/* i386: add of a constant to register TO: the distance to the GOT, of which an object
   only knows that it is that.  */

static void
follow_add_constant (struct audit_values *values,
		     const struct x86_instruction *instruction, unsigned to)
{
  const struct audit_file *file = values->file;
  const struct audit_relocation *relocation
      = file->elf.relocatable ? audit_relocation_at (
	    &file->elf, instruction->address + instruction->immediate_offset)
			      : NULL;
  struct audit_value constant
      = read_constant (values, instruction, instruction->immediate_offset,
		       instruction->immediate);
  bool known = values->registers[to].kind == AUDIT_VALUE_ADDRESS;
  if (relocation && relocation->type == R_386_GOTPC)
    audit_set_address (values, to, 0, false);
  else if (known && !relocation)
    audit_add_constant (values, to, to, instruction->immediate);
  else
    {
      /* Without optimization a table is added to its index.  */
      bool table = !known && audit_section_at (&file->elf, constant.address, 4);
      audit_set_unknown (values, to);
      if (table)
	values->registers[to] = audit_indexed (constant);
    }
}

/* add of a register, or of a table's address on the stack, to register TO.
   False if the operand is another one.  */

static bool
follow_add (struct audit_values *values,
	    const struct x86_instruction *instruction, unsigned to)
{
  enum
  {
    ADDEND = X86_REGISTERS /* Not x86's: what was read from the stack.  */
  };
  unsigned from = instruction->from;
  if (instruction->reads_memory && on_stack_p (values, instruction))
    {
      audit_set_unknown (values, ADDEND);
      values->addresses[ADDEND] = audit_spilled (values, instruction->base,
						 instruction->displacement);
      from = ADDEND;
    }
  /* i386: the entry of a table in memory.  */
  if (!values->file->elf.is_64 && from == AUDIT_NO_REGISTER
      && instruction->reads_memory && instruction->index != AUDIT_NO_REGISTER)
    {
      values->registers[ADDEND] = x86_loaded (values, instruction);
      from = ADDEND;
    }
  if (!values->file->elf.is_64 && to != AUDIT_NO_REGISTER
      && instruction->has_immediate)
    {
      follow_add_constant (values, instruction, to);
      return true;
    }
  if (to == AUDIT_NO_REGISTER || from == AUDIT_NO_REGISTER)
    return false;
  audit_add_values (values, to, to, from, (struct audit_extension){ 0 });
  return true;
}

void
x86_follow (struct audit_values *values,
	    const struct x86_instruction *instruction)
{
  unsigned to = instruction->to;
  struct audit_value value = { 0 };
  switch (instruction->id)
    {
    case X86_INS_CMP:
    case X86_INS_TEST:
      return;
    case X86_INS_CALL:
    case X86_INS_JMP:
      /* The operand stays as it is.  */
      follow_effects (values, instruction);
      return;
    case X86_INS_ADD:
      if (follow_add (values, instruction, to))
	return;
      break;
    case X86_INS_CDQE:
      extend_sign (values);
      return;
    case X86_INS_LEA:
      value = address_value (values, instruction);
      break;
    case X86_INS_MOV:
    case X86_INS_MOVABS:
      value = moved_value (values, instruction);
      break;
    case X86_INS_MOVSXD:
      value = read_relative_entry (values, instruction);
      break;
    default:
      break;
    }
  follow_effects (values, instruction);
  if (to != AUDIT_NO_REGISTER)
    set_value (values, to, value);
  /* What is unknown behind an end of the function may be the table it once was.  */
  if (instruction->id == X86_INS_MOV && to != AUDIT_NO_REGISTER
      && instruction->from != AUDIT_NO_REGISTER
      && value.kind == AUDIT_VALUE_UNKNOWN)
    values->addresses[to] = values->addresses[instruction->from];
  /* i386 has no other sign of it: the distance to the GOT is no address.  */
  if (instruction->id == X86_INS_LEA && !values->file->elf.is_64
      && to != AUDIT_NO_REGISTER && !values->file->elf.relocatable)
    audit_note_formed (values, instruction->address, to);
  if (instruction->id == X86_INS_MOV)
    follow_stack (values, instruction);
}
