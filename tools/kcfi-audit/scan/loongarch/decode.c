/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding, by the "LoongArch Reference Manual", volume 1: chapter 2 and the table
   of instructions in appendix B.  What is not told apart changes the register in
   its lowest bits.  */

#include "decode.h"

enum
{
  RETURN_ADDRESS = 1
};

static unsigned char
low_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 0, 5);
}

static unsigned char
middle_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 5, 5);
}

static unsigned char
high_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 10, 5);
}

static void
set_branch (struct plain_instruction *result, enum plain_operation operation,
	    int64_t value)
{
  result->operation = operation;
  result->to = PLAIN_NONE;
  result->value = value * 4;
}

/* Bits 26 on: branches.  True if it is one.  */

static bool
decode_branch (struct plain_instruction *result, uint32_t word)
{
  unsigned opcode = word >> 26;
  uint64_t offset_16 = plain_field (word, 10, 16);
  switch (opcode)
    {
    case 0x10: /* beqz, bnez and bceqz  */
    case 0x11:
    case 0x12:
      set_branch (
	  result, PLAIN_BRANCH,
	  plain_signed ((uint64_t) low_field (word) << 16 | offset_16, 21));
      return true;
    case 0x13: /* jirl  */
      result->from = middle_field (word);
      result->value = plain_signed (offset_16, 16) * 4;
      result->operation = result->to ? PLAIN_INDIRECT_CALL
			  : result->from == RETURN_ADDRESS
			      ? PLAIN_RETURN
			      : PLAIN_INDIRECT_JUMP;
      return true;
    case 0x14: /* b and bl  */
    case 0x15:
      set_branch (
	  result, opcode == 0x15 ? PLAIN_CALL : PLAIN_BRANCH,
	  plain_signed ((uint64_t) plain_field (word, 0, 10) << 16 | offset_16,
			26));
      return true;
    case 0x16: /* beq to bgeu  */
    case 0x17:
    case 0x18:
    case 0x19:
    case 0x1a:
    case 0x1b:
      set_branch (result, PLAIN_BRANCH, plain_signed (offset_16, 16));
      return true;
    default:
      return false;
    }
}

/* Bits 25 on: a constant of 20 bits.  True if it is one.  */

static bool
decode_upper (struct plain_instruction *result, uint32_t word)
{
  int64_t value = plain_signed (plain_field (word, 5, 20), 20);
  switch (word >> 25)
    {
    case 0x0a: /* lu12i.w  */
      result->operation = PLAIN_CONSTANT;
      result->value = value * 4096;
      return true;
    case 0x0c: /* pcaddi  */
      result->operation = PLAIN_PLACE;
      result->value = value * 4;
      return true;
    case 0x0d: /* pcalau12i; the scanner takes away what is below 4096.  */
      result->operation = PLAIN_PAGE;
      result->value = value * 4096;
      return true;
    case 0x0e: /* pcaddu12i  */
      result->operation = PLAIN_PLACE;
      result->value = value * 4096;
      return true;
    case 0x0f: /* pcaddu18i, in front of jirl.  */
      result->operation = PLAIN_PLACE;
      result->value = value * 262144;
      result->far = true;
      return true;
    default:
      return false;
    }
}

static void
decode_load (struct plain_instruction *result, uint32_t word, unsigned size,
	     bool is_signed)
{
  result->operation = PLAIN_LOAD;
  result->from = middle_field (word);
  result->size = (unsigned char) size;
  result->is_signed = is_signed;
}

/* Bits 22 on: a constant of 12 bits.  True if it is one.  */

static bool
decode_constant (struct plain_instruction *result, uint32_t word)
{
  unsigned opcode = word >> 22;
  result->value = plain_signed (plain_field (word, 10, 12), 12);
  switch (opcode)
    {
    case 0x0b: /* addi.d  */
      result->from = middle_field (word);
      result->operation = result->from ? PLAIN_ADD_CONSTANT : PLAIN_OTHER;
      return true;
    case 0xa0: /* ld.b, ld.h, ld.w and ld.d  */
    case 0xa1:
    case 0xa2:
    case 0xa3:
      decode_load (result, word, 1u << (opcode & 3), true);
      return true;
    case 0xa4: /* st.b ...  */
    case 0xa5:
    case 0xa6:
    case 0xa7:
      result->operation = PLAIN_STORE;
      result->from = middle_field (word);
      result->other = result->to;
      result->to = PLAIN_NONE;
      result->size = (unsigned char) (1u << (opcode & 3));
      return true;
    case 0xa8: /* ld.bu, ld.hu and ld.wu  */
    case 0xa9:
    case 0xaa:
      decode_load (result, word, 1u << (opcode & 3), false);
      return true;
    default:
      return false;
    }
}

/* ldptr.w and ldptr.d, stptr.d: 14 bits and two zeros.  True if it is one.  */

static bool
decode_pointer (struct plain_instruction *result, uint32_t word)
{
  unsigned opcode = word >> 24;
  if (opcode < 0x24 || opcode > 0x27)
    return false;
  decode_load (result, word, opcode & 2 ? 8 : 4, true);
  result->value = plain_signed (plain_field (word, 10, 14), 14) * 4;
  if (!(opcode & 1))
    return true;
  result->operation = PLAIN_STORE;
  result->other = result->to;
  result->to = PLAIN_NONE;
  return true;
}

/* Bits 15 on: three registers.  */

static void
decode_registers (struct plain_instruction *result, uint32_t word)
{
  unsigned opcode = word >> 15;
  result->value = 0;
  result->from = middle_field (word);
  result->other = high_field (word);
  switch (opcode)
    {
    case 0x21: /* add.d  */
      result->operation = PLAIN_ADD;
      break;
    case 0x2a: /* or; move  */
      result->operation = result->other ? PLAIN_OTHER : PLAIN_MOVE;
      break;
    case 0x54: /* break; code 0 ends checks.  */
      result->to = PLAIN_NONE;
      result->ends_check = !(word & 0x7fff);
      break;
    case 0x81: /* slli.w; by 0 it extends.  */
      if (!result->other)
	result->operation = PLAIN_EXTEND;
      break;
    case 0x58: /* alsl.d: (FROM << 1 to 4) + OTHER  */
    case 0x59:
    case 0x5a:
    case 0x5b:
      result->operation = PLAIN_ADD;
      result->value = (opcode & 3) + 1;
      result->from = high_field (word);
      result->other = middle_field (word);
      break;
    case 0x7010: /* ldx.w and ldx.d  */
    case 0x7018:
      decode_load (result, word, opcode == 0x7018 ? 8 : 4, true);
      break;
    case 0x7050: /* ldx.wu  */
      decode_load (result, word, 4, false);
      break;
    case 0x7040: /* ldx.bu and ldx.hu  */
      decode_load (result, word, 1, false);
      break;
    case 0x7048:
      decode_load (result, word, 2, false);
      break;
    }
}

struct plain_instruction
loongarch_decode (const struct audit_file *file, const unsigned char *bytes,
		  size_t size)
{
  uint32_t word = (uint32_t) audit_data (&file->elf, bytes, 4);
  struct plain_instruction result = { .operation = PLAIN_OTHER,
				      .length = 4,
				      .to = low_field (word),
				      .from = PLAIN_NONE,
				      .other = PLAIN_NONE };
  (void) size;
  if (!decode_branch (&result, word) && !decode_upper (&result, word)
      && !decode_constant (&result, word) && !decode_pointer (&result, word))
    decode_registers (&result, word);
  if (result.to == 0)
    result.to = PLAIN_NONE;
  return result;
}
