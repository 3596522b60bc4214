/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reducing capstone's x86_64 instructions.  */

#include "instruction.h"

#include <elf.h>
#include <string.h>

unsigned char
x86_register_number (unsigned reg)
{
  static const unsigned short numbers[X86_REGISTERS][2]
      = { { X86_REG_RAX, X86_REG_EAX },	 { X86_REG_RCX, X86_REG_ECX },
	  { X86_REG_RDX, X86_REG_EDX },	 { X86_REG_RBX, X86_REG_EBX },
	  { X86_REG_RSP, X86_REG_ESP },	 { X86_REG_RBP, X86_REG_EBP },
	  { X86_REG_RSI, X86_REG_ESI },	 { X86_REG_RDI, X86_REG_EDI },
	  { X86_REG_R8, X86_REG_R8D },	 { X86_REG_R9, X86_REG_R9D },
	  { X86_REG_R10, X86_REG_R10D }, { X86_REG_R11, X86_REG_R11D },
	  { X86_REG_R12, X86_REG_R12D }, { X86_REG_R13, X86_REG_R13D },
	  { X86_REG_R14, X86_REG_R14D }, { X86_REG_R15, X86_REG_R15D } };
  for (unsigned char i = 0; i < X86_REGISTERS; i++)
    if (reg == numbers[i][0] || reg == numbers[i][1])
      return i;
  return AUDIT_NO_REGISTER;
}

static void
reduce_memory (struct x86_instruction *result, const cs_x86_op *operand)
{
  result->base = x86_register_number (operand->mem.base);
  result->index = x86_register_number (operand->mem.index);
  result->scale = operand->mem.scale;
  result->displacement = operand->mem.disp;
  result->based_on_rip = operand->mem.base == X86_REG_RIP;
  result->segment = operand->mem.segment == X86_REG_FS
		    || operand->mem.segment == X86_REG_GS;
}

static bool
in_group_p (const cs_insn *insn, unsigned group)
{
  const cs_detail *detail = insn->detail;
  for (unsigned i = 0; i < detail->groups_count; i++)
    if (detail->groups[i] == group)
      return true;
  return false;
}

struct x86_instruction
x86_reduce (const cs_insn *insn)
{
  struct x86_instruction result = { .address = insn->address,
				    .end = insn->address + insn->size,
				    .id = insn->id,
				    .to = AUDIT_NO_REGISTER,
				    .from = AUDIT_NO_REGISTER,
				    .base = AUDIT_NO_REGISTER,
				    .index = AUDIT_NO_REGISTER,
				    .cs_prefix = insn->bytes[0] == 0x2e };
  /* Without details: bytes that are no instruction.  */
  if (!insn->id || !insn->detail)
    return result;
  const cs_x86 *x86 = &insn->detail->x86;
  result.relative_branch = in_group_p (insn, X86_GRP_BRANCH_RELATIVE);
  result.displacement_offset = x86->encoding.disp_offset;
  result.immediate_offset = x86->encoding.imm_offset;
  for (unsigned i = 0; i < x86->op_count; i++)
    {
      const cs_x86_op *operand = &x86->operands[i];
      bool first = i == 0, last = i + 1 == x86->op_count;
      switch (operand->type)
	{
	case X86_OP_REG:
	  if (first)
	    result.to = x86_register_number (operand->reg);
	  if (last)
	    result.from = x86_register_number (operand->reg);
	  break;
	case X86_OP_IMM:
	  result.has_immediate = true;
	  result.immediate = (uint64_t) operand->imm;
	  break;
	case X86_OP_MEM:
	  result.reads_memory = last;
	  result.writes_memory = first && !last;
	  result.width = operand->size;
	  reduce_memory (&result, operand);
	  break;
	default:
	  break;
	}
    }
  return result;
}

const struct x86_instruction *
x86_previous (const struct x86_history *history, size_t n)
{
  if (n > history->count || n > X86_HISTORY)
    return NULL;
  return &history->items[(history->count - n) % X86_HISTORY];
}

void
x86_remember (struct x86_history *history,
	      const struct x86_instruction *instruction)
{
  history->items[history->count++ % X86_HISTORY] = *instruction;
}
