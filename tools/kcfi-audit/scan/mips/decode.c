/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding, by "MIPS64 Architecture for Programmers", volume II-A (MD00087).  An
   instruction in a delay slot is read where it stands.  */

#include "decode.h"

enum
{
  RETURN_ADDRESS = 31
};

static unsigned char
source_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 21, 5);
}

static unsigned char
target_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 16, 5);
}

static unsigned char
result_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 11, 5);
}

static void
set_branch (struct plain_instruction *result, uint32_t word)
{
  result->operation = PLAIN_BRANCH;
  result->value = 4 + plain_signed (word & 0xffff, 16) * 4;
}

/* addu and daddu, and the moves that they are with $0.  */

static void
decode_sum (struct plain_instruction *result, uint32_t word)
{
  result->from = source_field (word);
  result->other = target_field (word);
  result->operation = PLAIN_ADD;
  if (result->from && result->other)
    return;
  result->operation = PLAIN_MOVE;
  result->from |= result->other;
  result->other = PLAIN_NONE;
}

/* Opcode 0: registers only.  */

static void
decode_special (struct plain_instruction *result, uint32_t word)
{
  unsigned kind = plain_field (word, 0, 6);
  result->to = result_field (word);
  switch (kind)
    {
    case 0x00: /* sll; by 0 it extends.  */
      result->from = target_field (word);
      if (!plain_field (word, 6, 5) && result->to)
	result->operation = PLAIN_EXTEND;
      break;
    case 0x08: /* jr, and jalr; with $0 it is the same.  */
    case 0x09:
      result->from = source_field (word);
      result->operation = kind == 0x09 && result->to ? PLAIN_INDIRECT_CALL
			  : result->from == RETURN_ADDRESS
			      ? PLAIN_RETURN
			      : PLAIN_INDIRECT_JUMP;
      break;
    case 0x21:
    case 0x2d:
      decode_sum (result, word);
      break;
    case 0x25: /* or  */
      if (!source_field (word) || !target_field (word))
	decode_sum (result, word);
      break;
    case 0x36: /* tne  */
      result->to = PLAIN_NONE;
      result->ends_check = true;
      break;
    }
}

/* Opcode 1: branches; the last ones of bit 4 link.  */

static void
decode_sign_branch (struct plain_instruction *result, uint32_t word)
{
  unsigned kind = target_field (word);
  if ((kind & 0xc) == 0x8)
    return; /* Traps.  */
  set_branch (result, word);
  if (kind & 0x10)
    result->operation = PLAIN_CALL;
}

static void
decode_memory (struct plain_instruction *result, uint32_t word, unsigned size,
	       bool is_signed, bool store)
{
  result->operation = store ? PLAIN_STORE : PLAIN_LOAD;
  result->from = source_field (word);
  result->to = store ? PLAIN_NONE : target_field (word);
  result->other = store ? target_field (word) : PLAIN_NONE;
  result->size = (unsigned char) size;
  result->is_signed = is_signed;
  result->value = plain_signed (word & 0xffff, 16);
}

/* An addition of the constant that the low half is; $0 alone adds nothing.  */

static void
decode_immediate (struct plain_instruction *result, uint32_t word)
{
  result->to = target_field (word);
  result->from = source_field (word);
  result->value = plain_signed (word & 0xffff, 16);
  result->operation = result->from ? PLAIN_ADD_CONSTANT : PLAIN_OTHER;
}

static void
decode_word (struct plain_instruction *result, uint32_t word)
{
  unsigned opcode = word >> 26;
  switch (opcode)
    {
    case 0x00:
      decode_special (result, word);
      break;
    case 0x01:
      decode_sign_branch (result, word);
      break;
    case 0x02: /* j and jal  */
    case 0x03:
      result->in_region = true;
      result->operation = opcode == 0x03 ? PLAIN_CALL : PLAIN_BRANCH;
      result->value = (int64_t) (word & 0x3ffffff) * 4;
      break;
    case 0x04: /* beq, bne, blez, bgtz, and the likely ones.  */
    case 0x05:
    case 0x06:
    case 0x07:
    case 0x14:
    case 0x15:
    case 0x16:
    case 0x17:
      set_branch (result, word);
      break;
    case 0x09: /* addiu  */
    case 0x19: /* daddiu  */
      decode_immediate (result, word);
      break;
    case 0x0f: /* lui  */
      result->to = target_field (word);
      result->operation = PLAIN_CONSTANT;
      result->value = plain_signed ((uint64_t) (word & 0xffff) << 16, 32);
      break;
    case 0x11: /* bc1f and bc1t  */
      if (source_field (word) == 8)
	set_branch (result, word);
      else
	result->to = target_field (word);
      break;
    case 0x23: /* lw  */
      decode_memory (result, word, 4, true, false);
      break;
    case 0x27: /* lwu  */
      decode_memory (result, word, 4, false, false);
      break;
    case 0x37: /* ld  */
      decode_memory (result, word, 8, false, false);
      break;
    case 0x3f: /* sd  */
      decode_memory (result, word, 8, false, true);
      break;
    case 0x1c: /* mul and so on.  */
      result->to = result_field (word);
      break;
    default:
      result->to = target_field (word);
      if (opcode == 0x1f && plain_field (word, 0, 3) >= 4)
	result->writes = UINT64_C (1) << result_field (word);
      break;
    }
  if (result->to == 0)
    result->to = PLAIN_NONE;
}

struct plain_instruction
mips_decode (const struct audit_file *file, const unsigned char *bytes,
	     size_t size)
{
  struct plain_instruction result = { .operation = PLAIN_OTHER,
				      .length = 4,
				      .to = PLAIN_NONE,
				      .from = PLAIN_NONE,
				      .other = PLAIN_NONE };
  (void) size;
  decode_word (&result, (uint32_t) audit_data (&file->elf, bytes, 4));
  return result;
}
