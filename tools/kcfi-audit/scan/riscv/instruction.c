/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding, by the formats of the RISC-V manual, volume I: chapters 2
   ("RV32I"), 5 ("RV64I") and 16 ("C"), and of Zba's shifted additions.  */

#include "instruction.h"

static unsigned
read_field (uint32_t word, unsigned low, unsigned width)
{
  return word >> low & ((1u << width) - 1);
}

static int64_t
sign_extend (uint32_t value, unsigned width)
{
  return (int64_t) ((uint64_t) value << (64 - width)) >> (64 - width);
}

/* --- 32 bits ------------------------------------------------------------- */

static int64_t
branch_offset (uint32_t word)
{
  return sign_extend (
      read_field (word, 31, 1) << 12 | read_field (word, 7, 1) << 11
	  | read_field (word, 25, 6) << 5 | read_field (word, 8, 4) << 1,
      13);
}

static int64_t
jump_offset (uint32_t word)
{
  return sign_extend (
      read_field (word, 31, 1) << 20 | read_field (word, 12, 8) << 12
	  | read_field (word, 20, 1) << 11 | read_field (word, 21, 10) << 1,
      21);
}

/* add and sh1add, sh2add, sh3add; OTHER is what they shift.  */

static void
decode_register_operation (uint32_t word, struct riscv_instruction *result)
{
  unsigned function = read_field (word, 25, 7) << 3 | read_field (word, 12, 3);
  unsigned first = read_field (word, 15, 5), second = read_field (word, 20, 5);
  result->operation = RISCV_ADD;
  if (function == 0)
    {
      result->from = (unsigned char) first;
      result->other = (unsigned char) second;
    }
  else if (function == 0x82 || function == 0x84 || function == 0x86)
    {
      result->from = (unsigned char) second;
      result->other = (unsigned char) first;
      result->value = (function & 7) / 2;
    }
  else
    result->operation = RISCV_OTHER;
}

/* Major opcodes, bits 0 to 6: table "RISC-V base opcode map" of volume I.  */

enum
{
  OPCODE_LOAD = 0x03,
  OPCODE_LOAD_FP = 0x07,
  OPCODE_OP_IMM = 0x13,
  OPCODE_AUIPC = 0x17,
  OPCODE_OP_IMM_32 = 0x1b,
  OPCODE_STORE = 0x23,
  OPCODE_STORE_FP = 0x27,
  OPCODE_OP = 0x33,
  OPCODE_LUI = 0x37,
  OPCODE_BRANCH = 0x63,
  OPCODE_JALR = 0x67,
  OPCODE_JAL = 0x6f,
  OPCODE_SYSTEM = 0x73
};

enum
{
  WORD_NOP = 0x00000013,
  WORD_EBREAK = 0x00100073
};

static void
decode_branch (uint32_t word, struct riscv_instruction *result)
{
  result->to = 0;
  result->operation = read_field (word, 12, 3) == 0 ? RISCV_BEQ : RISCV_BRANCH;
  result->value = branch_offset (word);
}

static void
decode_load (uint32_t word, struct riscv_instruction *result)
{
  unsigned function = read_field (word, 12, 3);
  result->operation = RISCV_LOAD;
  result->size = (unsigned char) (1u << function % 4);
  result->is_signed = function < 4;
}

static void
decode_store (uint32_t word, struct riscv_instruction *result)
{
  result->to = 0;
  result->operation = RISCV_STORE;
  result->size = (unsigned char) (1u << read_field (word, 12, 3) % 4);
  result->value = sign_extend (
      read_field (word, 25, 7) << 5 | read_field (word, 7, 5), 12);
}

static void
decode_wide (uint32_t word, struct riscv_instruction *result)
{
  unsigned function = read_field (word, 12, 3), opcode = word & 0x7f;
  result->to = (unsigned char) read_field (word, 7, 5);
  result->from = (unsigned char) read_field (word, 15, 5);
  result->other = (unsigned char) read_field (word, 20, 5);
  result->value = sign_extend (word >> 20, 12);
  switch (opcode)
    {
    case OPCODE_LOAD:
      decode_load (word, result);
      break;
    case OPCODE_OP_IMM:
      result->operation = word == WORD_NOP ? RISCV_NOP
			  : function == 0  ? RISCV_ADDI
					   : RISCV_OTHER;
      break;
    case OPCODE_OP_IMM_32:
      result->operation = function == 0 ? RISCV_ADDIW : RISCV_OTHER;
      break;
    case OPCODE_AUIPC:
    case OPCODE_LUI:
      result->operation = opcode == OPCODE_LUI ? RISCV_LUI : RISCV_AUIPC;
      result->value = (int32_t) (word & 0xfffff000);
      break;
    case OPCODE_OP:
      result->value = 0;
      decode_register_operation (word, result);
      break;
    case OPCODE_BRANCH:
      decode_branch (word, result);
      break;
    case OPCODE_JALR:
      result->operation = function == 0 ? RISCV_JALR : RISCV_OTHER;
      break;
    case OPCODE_JAL:
      result->operation = RISCV_JAL;
      result->value = jump_offset (word);
      break;
    case OPCODE_SYSTEM:
      result->operation = word == WORD_EBREAK ? RISCV_EBREAK : RISCV_OTHER;
      break;
    case OPCODE_STORE:
      decode_store (word, result);
      break;
    case OPCODE_STORE_FP:
    case OPCODE_LOAD_FP: /* Loads of floating-point registers.  */
      result->to = 0;
      break;
    default:
      break;
    }
}

/* --- 16 bits ------------------------------------------------------------- */

/* The register of a field of three bits.  */

static unsigned char
short_register (unsigned number)
{
  return (unsigned char) (8 + number);
}

static int64_t
short_jump_offset (uint32_t half)
{
  return sign_extend (
      read_field (half, 12, 1) << 11 | read_field (half, 8, 1) << 10
	  | read_field (half, 9, 2) << 8 | read_field (half, 6, 1) << 7
	  | read_field (half, 7, 1) << 6 | read_field (half, 2, 1) << 5
	  | read_field (half, 11, 1) << 4 | read_field (half, 3, 3) << 1,
      12);
}

static int64_t
short_branch_offset (uint32_t half)
{
  return sign_extend (
      read_field (half, 12, 1) << 8 | read_field (half, 5, 2) << 6
	  | read_field (half, 2, 1) << 5 | read_field (half, 10, 2) << 3
	  | read_field (half, 3, 2) << 1,
      9);
}

/* Quadrant 0: loads and stores with short registers.  */

static void
decode_short_memory (uint32_t half, bool is_64,
		     struct riscv_instruction *result)
{
  unsigned function = read_field (half, 13, 3);
  result->from = short_register (read_field (half, 7, 3));
  if (function == 0) /* c.addi4spn  */
    result->to = short_register (read_field (half, 2, 3));
  if (function != 2 && !(function == 3 && is_64))
    return;
  result->operation = RISCV_LOAD;
  result->to = short_register (read_field (half, 2, 3));
  result->is_signed = true;
  result->size = function == 2 ? 4 : 8;
  uint32_t offset = read_field (half, 10, 3) << 3;
  offset |= function == 2
		? read_field (half, 6, 1) << 2 | read_field (half, 5, 1) << 6
		: read_field (half, 5, 2) << 6;
  result->value = offset;
}

/* Quadrant 1: immediates, jumps, branches.  */

static void
decode_short_immediate (uint32_t half, bool is_64,
			struct riscv_instruction *result)
{
  unsigned function = read_field (half, 13, 3);
  unsigned char reg = (unsigned char) read_field (half, 7, 5);
  int64_t immediate = sign_extend (
      read_field (half, 12, 1) << 5 | read_field (half, 2, 5), 6);
  result->to = reg;
  result->value = immediate;
  switch (function)
    {
    case 0:
      result->operation = reg ? RISCV_ADDI : RISCV_NOP;
      result->from = reg;
      break;
    case 1:
      if (is_64)
	{
	  result->operation = RISCV_ADDIW;
	  result->from = reg;
	  break;
	}
      result->operation = RISCV_JAL;
      result->to = 1;
      result->value = short_jump_offset (half);
      break;
    case 2:
      result->operation = RISCV_ADDI;
      result->from = 0;
      break;
    case 3: /* c.addi16sp or c.lui  */
      result->operation = reg == 2 ? RISCV_OTHER : RISCV_LUI;
      result->value = immediate * 4096;
      break;
    case 4: /* Arithmetic on a short register.  */
      result->to = short_register (reg & 7);
      break;
    case 5:
      result->operation = RISCV_JAL;
      result->to = 0;
      result->value = short_jump_offset (half);
      break;
    default:
      result->operation = RISCV_BRANCH;
      result->to = 0;
      result->from = short_register (reg & 7);
      result->value = short_branch_offset (half);
      break;
    }
}

/* c.lwsp, c.ldsp, c.swsp and c.sdsp, the last two bits of whose function are 2 for
   four bytes and 3 for eight.  */

static void
decode_short_stack (uint32_t half, unsigned function,
		    struct riscv_instruction *result)
{
  enum
  {
    STACK = 2
  };
  bool store = function & 4;
  bool wide = function & 1;
  result->operation = store ? RISCV_STORE : RISCV_LOAD;
  result->from = STACK;
  result->size = wide ? 8 : 4;
  result->is_signed = true;
  if (store)
    {
      result->other = (unsigned char) read_field (half, 2, 5);
      result->value
	  = wide ? read_field (half, 10, 3) << 3 | read_field (half, 7, 3) << 6
		 : read_field (half, 9, 4) << 2 | read_field (half, 7, 2) << 6;
      return;
    }
  result->to = (unsigned char) read_field (half, 7, 5);
  result->value = read_field (half, 12, 1) << 5;
  result->value
      |= wide ? read_field (half, 5, 2) << 3 | read_field (half, 2, 3) << 6
	      : read_field (half, 4, 3) << 2 | read_field (half, 2, 2) << 6;
}

/* Quadrant 2: registers, and memory at the stack pointer.  */

static void
decode_short_register (uint32_t half, bool is_64,
		       struct riscv_instruction *result)
{
  unsigned function = read_field (half, 13, 3);
  unsigned char reg = (unsigned char) read_field (half, 7, 5);
  unsigned char other = (unsigned char) read_field (half, 2, 5);
  if (function == 0) /* c.slli  */
    result->to = reg;
  if (function % 4 == 2 || (function % 4 == 3 && is_64))
    decode_short_stack (half, function, result);
  if (function != 4)
    return;
  bool high = read_field (half, 12, 1);
  if (!other && !reg)
    result->operation = high ? RISCV_EBREAK : RISCV_OTHER;
  else if (!other)
    {
      result->operation = RISCV_JALR;
      result->from = reg;
      result->to = high ? 1 : 0;
    }
  else
    {
      result->operation = RISCV_ADD;
      result->to = reg;
      result->from = high ? reg : 0;
      result->other = other;
    }
}

struct riscv_instruction
riscv_decode (const unsigned char *bytes, size_t size, bool is_64)
{
  struct riscv_instruction result = { .length = 2 };
  uint32_t word = bytes[0] | (uint32_t) bytes[1] << 8;
  if ((word & 3) == 3)
    {
      if (size < 4)
	return result;
      word |= (uint32_t) bytes[2] << 16 | (uint32_t) bytes[3] << 24;
      result.length = 4;
      decode_wide (word, &result);
      return result;
    }
  if (word == 0)
    return result;
  switch (word & 3)
    {
    case 0:
      decode_short_memory (word, is_64, &result);
      break;
    case 1:
      decode_short_immediate (word, is_64, &result);
      break;
    default:
      decode_short_register (word, is_64, &result);
      break;
    }
  return result;
}
