/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reducing capstone's x86_64 instructions.  */

#include "instruction.h"

#include <elf.h>
#include <string.h>

/* Registers by capstone's names of them.  An address needs one of 64 bits, or
   of 32, but all change the register.  */

enum
{
  NUMBER = 15, /* The bits of its number ...  */
  NAMED = 16,  /* ... which is one ...  */
  WIDE = 32    /* ... that can hold an address.  */
};

#define REGISTER(NUMBER, BITS_64, BITS_32, BITS_16, BITS_8)                    \
  [X86_REG_##BITS_64] = (NUMBER) | NAMED | WIDE,                               \
  [X86_REG_##BITS_32] = (NUMBER) | NAMED | WIDE,                               \
  [X86_REG_##BITS_16] = (NUMBER) | NAMED,                                      \
  [X86_REG_##BITS_8] = (NUMBER) | NAMED

static const unsigned char registers[X86_REG_ENDING]
    = { REGISTER (0, RAX, EAX, AX, AL),
	REGISTER (1, RCX, ECX, CX, CL),
	REGISTER (2, RDX, EDX, DX, DL),
	REGISTER (3, RBX, EBX, BX, BL),
	REGISTER (4, RSP, ESP, SP, SPL),
	REGISTER (5, RBP, EBP, BP, BPL),
	REGISTER (6, RSI, ESI, SI, SIL),
	REGISTER (7, RDI, EDI, DI, DIL),
	REGISTER (8, R8, R8D, R8W, R8B),
	REGISTER (9, R9, R9D, R9W, R9B),
	REGISTER (10, R10, R10D, R10W, R10B),
	REGISTER (11, R11, R11D, R11W, R11B),
	REGISTER (12, R12, R12D, R12W, R12B),
	REGISTER (13, R13, R13D, R13W, R13B),
	REGISTER (14, R14, R14D, R14W, R14B),
	REGISTER (15, R15, R15D, R15W, R15B),
	[X86_REG_AH] = 0 | NAMED,
	[X86_REG_CH] = 1 | NAMED,
	[X86_REG_DH] = 2 | NAMED,
	[X86_REG_BH] = 3 | NAMED };

static unsigned char
register_number (unsigned reg)
{
  return registers[reg] & WIDE ? registers[reg] & NUMBER : AUDIT_NO_REGISTER;
}

static void
note_written (struct x86_instruction *result, unsigned reg)
{
  if (registers[reg] & NAMED)
    result->writes |= (uint16_t) (1u << (registers[reg] & NUMBER));
}

/* What changes without being an operand.  Capstone 4 lists nothing for
   cmpxchg.  */

static void
reduce_implicit (struct x86_instruction *result, const cs_insn *insn)
{
  const cs_detail *detail = insn->detail;
  for (unsigned i = 0; i < detail->regs_write_count; i++)
    note_written (result, detail->regs_write[i]);
  if (insn->id == X86_INS_CMPXCHG)
    note_written (result, X86_REG_RAX);
}

static void
reduce_memory (struct x86_instruction *result, const cs_x86_op *operand)
{
  result->base = register_number (operand->mem.base);
  result->index = register_number (operand->mem.index);
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

static void
reduce_operand (struct x86_instruction *result, const cs_x86_op *operand,
		bool first, bool last)
{
  switch (operand->type)
    {
    case X86_OP_REG:
      if (first)
	result->to = register_number (operand->reg);
      if (last)
	result->from = register_number (operand->reg);
      if (operand->access & CS_AC_WRITE)
	note_written (result, operand->reg);
      break;
    case X86_OP_IMM:
      result->has_immediate = true;
      result->immediate = (uint64_t) operand->imm;
      break;
    case X86_OP_MEM:
      result->reads_memory = last;
      result->writes_memory = first && !last;
      result->width = operand->size;
      reduce_memory (result, operand);
      break;
    default:
      break;
    }
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
    reduce_operand (&result, &x86->operands[i], i == 0, i + 1 == x86->op_count);
  reduce_implicit (&result, insn);
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
