/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indirect jumps of x86_64 that need no check.

   Jump tables, as GCC and Clang make them:

	jmp	*table(,%rax,8)			entries are addresses

	mov	table(,%rax,8), %rax
	jmp	*%rax

	lea	table(%rip), %rdx
	movslq	(%rdx,%rax,4), %rax		entries are relative to the
   table add	%rdx, %rax jmp	*%rax

   The form alone is not enough: a call through an array of functions looks
   alike.  A table is one if its entries lie inside the function.  */

#include <string.h>

#include "../jump-table.h"
#include "instruction.h"

/* Entry I, of eight bytes, of the table at TABLE.  */

static bool
absolute_entry (const struct audit_file *file, uint64_t table, unsigned i,
		uint64_t *target)
{
  uint64_t place = table + 8 * i;
  const struct audit_relocation *relocation
      = audit_relocation_at (&file->elf, place);
  if (relocation)
    {
      bool known;
      *target = audit_relocation_value (&file->elf, relocation, &known);
      return known;
    }
  const unsigned char *bytes
      = file->elf.relocatable ? NULL : audit_bytes_at (&file->elf, place, 8);
  if (bytes)
    *target = audit_read_64 (bytes);
  return bytes;
}

/* Entry I of the table at TABLE: four bytes, relative to TABLE.  In an object
   the relocation is relative to the entry.  */

static bool
relative_entry (const struct audit_file *file, uint64_t table, unsigned i,
		uint64_t *target)
{
  uint64_t place = table + 4 * i;
  const struct audit_relocation *relocation
      = audit_relocation_at (&file->elf, place);
  if (relocation)
    {
      bool known;
      *target = audit_relocation_value (&file->elf, relocation, &known) - 4 * i;
      return known;
    }
  const unsigned char *bytes
      = file->elf.relocatable ? NULL : audit_bytes_at (&file->elf, place, 4);
  if (bytes)
    *target = table + (uint64_t) (int64_t) (int32_t) audit_read_32 (bytes);
  return bytes;
}

typedef bool entry_reader (const struct audit_file *file, uint64_t table,
			   unsigned i, uint64_t *target);

static bool
jump_table_p (const struct audit_file *file,
	      const struct audit_function *function, uint64_t table,
	      entry_reader *entry)
{
  uint64_t targets[AUDIT_TABLE_ENTRIES];
  for (unsigned i = 0; i < AUDIT_TABLE_ENTRIES; i++)
    if (!entry (file, table, i, &targets[i]))
      return false;
  return audit_table_inside_p (file, function, targets);
}

/* True if INSTRUCTION reads an entry of eight bytes of a jump table:
   table(,%rax,8), or (%rdx,%rax,8) with the table's address in %rdx.  */

static bool
reads_table_p (const struct audit_file *file,
	       const struct audit_function *function,
	       const struct x86_history *history,
	       const struct x86_instruction *instruction)
{
  uint64_t table;
  if (!instruction->reads_memory || instruction->index == AUDIT_NO_REGISTER
      || instruction->scale != 8)
    return false;
  if (instruction->base == AUDIT_NO_REGISTER)
    return x86_memory_address (file, instruction, &table)
	   && jump_table_p (file, function, table, absolute_entry);
  return history->has_address[instruction->base]
	 && jump_table_p (file, function,
			  history->address_in[instruction->base]
			      + (uint64_t) instruction->displacement,
			  absolute_entry);
}

static bool
in_got_p (const struct audit_file *file, const struct x86_instruction *load)
{
  if (!load->reads_memory || load->index != AUDIT_NO_REGISTER
      || !load->based_on_rip)
    return false;
  const struct audit_relocation *relocation = audit_relocation_at (
      &file->elf, load->address + load->displacement_offset);
  if (file->elf.relocatable)
    return relocation
	   && file->machine->relocation_kind (relocation->type)
		  == AUDIT_REL_GOT;
  uint64_t address;
  if (!x86_memory_address (file, load, &address))
    return false;
  const struct audit_section *section
      = audit_section_at (&file->elf, address, 8);
  return section && !strncmp (section->name, ".got", 4);
}

/* Where the value in register TARGET comes from.  */

static enum audit_reason
excuse_of_register (const struct audit_file *file,
		    const struct audit_function *function,
		    const struct x86_history *history, unsigned char target,
		    bool jump)
{
  bool added = false;
  unsigned char other = AUDIT_NO_REGISTER;
  for (size_t n = 1; n < X86_HISTORY; n++)
    {
      const struct x86_instruction *before = x86_previous (history, n);
      if (!before || history->count - n < history->block)
	break;
      if (before->to != target)
	continue;
      switch (before->id)
	{
	case X86_INS_ADD:
	  if (added || before->from == AUDIT_NO_REGISTER)
	    return AUDIT_UNKNOWN;
	  added = true;
	  other = before->from;
	  continue;
	case X86_INS_MOVSXD:
	  if (jump && added && before->reads_memory
	      && before->index != AUDIT_NO_REGISTER && before->scale == 4
	      && (before->base == other || before->base == target)
	      && history->has_address[before->base]
	      && jump_table_p (file, function,
			       history->address_in[before->base],
			       relative_entry))
	    return AUDIT_JUMP_TABLE;
	  /* The sum may be the other way round: the table in TARGET.  */
	  return AUDIT_UNKNOWN;
	case X86_INS_LEA:
	  if (added && jump && history->has_address[target]
	      && jump_table_p (file, function, history->address_in[target],
			       relative_entry))
	    return AUDIT_JUMP_TABLE;
	  return !added && before->based_on_rip
			 && before->index == AUDIT_NO_REGISTER
		     ? AUDIT_KNOWN_TARGET
		     : AUDIT_UNKNOWN;
	case X86_INS_MOV:
	case X86_INS_MOVABS:
	  if (added)
	    return AUDIT_UNKNOWN;
	  if (before->has_immediate)
	    return AUDIT_KNOWN_TARGET;
	  if (jump && reads_table_p (file, function, history, before))
	    return AUDIT_JUMP_TABLE;
	  return in_got_p (file, before) ? AUDIT_GOT : AUDIT_UNKNOWN;
	case X86_INS_CMP:
	case X86_INS_TEST:
	  continue;
	default:
	  return AUDIT_UNKNOWN;
	}
    }
  return AUDIT_UNKNOWN;
}

enum audit_reason
x86_excuse (const struct audit_file *file,
	    const struct audit_function *function,
	    const struct x86_history *history,
	    const struct x86_instruction *instruction, unsigned char target)
{
  bool jump = instruction->id != X86_INS_CALL;
  if (target != AUDIT_NO_REGISTER)
    return excuse_of_register (file, function, history, target, jump);
  if (in_got_p (file, instruction))
    return AUDIT_GOT;
  if (jump && reads_table_p (file, function, history, instruction))
    return AUDIT_JUMP_TABLE;
  return AUDIT_UNKNOWN;
}
