/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding, by the Power ISA 3.1, books I (2.4, 3.3) and III.  What is not told
   apart changes both registers that it may.  */

#include "decode.h"

static unsigned char
first_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 21, 5);
}

static unsigned char
second_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 16, 5);
}

static unsigned char
third_field (uint32_t word)
{
  return (unsigned char) plain_field (word, 11, 5);
}

static uint64_t
register_bit (unsigned number)
{
  return UINT64_C (1) << number;
}

/* 19: branches to the link and the count register.  */

static void
decode_register_branch (struct plain_instruction *result, uint32_t word)
{
  enum
  {
    TO_LINK = 16,
    TO_COUNT = 528
  };
  unsigned extended = plain_field (word, 1, 10);
  bool links = word & 1;
  if (extended != TO_LINK && extended != TO_COUNT)
    return;
  if (links)
    {
      result->operation = PLAIN_INDIRECT_CALL;
      result->writes = register_bit (POWERPC_LR);
    }
  else
    result->operation
	= extended == TO_LINK ? PLAIN_RETURN : PLAIN_INDIRECT_JUMP;
  result->from = extended == TO_LINK ? POWERPC_LR : POWERPC_CTR;
}

/* mtctr, mtlr and their opposites; another special register says nothing.  */

static void
decode_special (struct plain_instruction *result, uint32_t word, bool to)
{
  enum
  {
    LINK = 8,
    COUNT = 9
  };
  unsigned number = second_field (word) | third_field (word) << 5;
  unsigned char special = number == LINK    ? POWERPC_LR
			  : number == COUNT ? POWERPC_CTR
					    : PLAIN_NONE;
  if (special != PLAIN_NONE)
    result->operation = PLAIN_MOVE;
  result->to = to ? special : first_field (word);
  result->from = to ? first_field (word) : special;
}

static void
decode_indexed_load (struct plain_instruction *result, uint32_t word,
		     unsigned size, bool is_signed)
{
  result->operation = PLAIN_LOAD;
  result->to = first_field (word);
  result->from = second_field (word);
  result->other = third_field (word);
  result->size = (unsigned char) size;
  result->is_signed = is_signed;
  /* r0 adds nothing.  */
  if (!result->from)
    {
      result->from = result->other;
      result->other = PLAIN_NONE;
    }
}

/* 31: three registers.  */

static void
decode_three_registers (struct plain_instruction *result, uint32_t word)
{
  unsigned char first = first_field (word), second = second_field (word);
  switch (plain_field (word, 1, 10))
    {
    case 21: /* ldx  */
      decode_indexed_load (result, word, 8, false);
      break;
    case 23: /* lwzx  */
      decode_indexed_load (result, word, 4, false);
      break;
    case 87: /* lbzx  */
      decode_indexed_load (result, word, 1, false);
      break;
    case 279: /* lhzx  */
      decode_indexed_load (result, word, 2, false);
      break;
    case 341: /* lwax  */
      decode_indexed_load (result, word, 4, true);
      break;
    case 343: /* lhax  */
      decode_indexed_load (result, word, 2, true);
      break;
    case 266: /* add  */
      result->operation = PLAIN_ADD;
      result->to = first;
      result->from = second;
      result->other = third_field (word);
      break;
    case 339: /* mfspr  */
      decode_special (result, word, false);
      break;
    case 467: /* mtspr  */
      decode_special (result, word, true);
      break;
    case 444: /* or; mr  */
      result->operation
	  = first == third_field (word) ? PLAIN_MOVE : PLAIN_OTHER;
      result->to = second;
      result->from = first;
      break;
    case 986: /* extsw  */
      result->operation = PLAIN_EXTEND;
      result->to = second;
      result->from = first;
      break;
    default:
      result->writes = register_bit (first) | register_bit (second);
      break;
    }
}

/* addi and addis: of r0 a constant.  */

static void
decode_addition (struct plain_instruction *result, uint32_t word, bool shifted)
{
  result->to = first_field (word);
  result->from = second_field (word);
  result->operation = result->from ? PLAIN_ADD_CONSTANT
		      : shifted	   ? PLAIN_CONSTANT
				   : PLAIN_OTHER;
  result->value = plain_signed (word & 0xffff, 16) * (shifted ? 65536 : 1);
}

static void
decode_memory (struct plain_instruction *result, uint32_t word, unsigned size,
	       bool is_signed)
{
  result->operation = PLAIN_LOAD;
  result->to = first_field (word);
  result->from = second_field (word);
  result->size = (unsigned char) size;
  result->is_signed = is_signed;
  result->value = plain_signed (word & 0xffff, 16);
}

/* ld, ldu and lwa; std and stdu.  */

static void
decode_double (struct plain_instruction *result, uint32_t word, bool store)
{
  unsigned kind = word & 3;
  decode_memory (result, word, kind == 2 ? 4 : 8, kind == 2);
  result->value &= -4;
  if (kind == 1)
    result->writes = register_bit (result->from);
  if (!store)
    return;
  result->operation = kind == 2 ? PLAIN_OTHER : PLAIN_STORE;
  result->other = result->to;
  result->to = PLAIN_NONE;
}

static void
decode_word (struct plain_instruction *result, uint32_t word)
{
  switch (word >> 26)
    {
    case 3: /* twi; 24 is: not equal.  */
      result->ends_check = first_field (word) == 24;
      break;
    case 14:
    case 15:
      decode_addition (result, word, word >> 26 == 15);
      break;
    case 16: /* bc  */
      result->operation = word & 1 ? PLAIN_CALL : PLAIN_BRANCH;
      result->value = plain_signed (word & 0xfffc, 16);
      break;
    case 18: /* b  */
      result->operation = word & 1 ? PLAIN_CALL : PLAIN_BRANCH;
      result->value = plain_signed (word & 0x3fffffc, 26);
      break;
    case 19:
      decode_register_branch (result, word);
      break;
    case 31:
      decode_three_registers (result, word);
      break;
    case 32: /* lwz  */
      decode_memory (result, word, 4, false);
      break;
    case 58:
      decode_double (result, word, false);
      break;
    case 62:
      decode_double (result, word, true);
      break;
    default:
      result->writes = register_bit (first_field (word))
		       | register_bit (second_field (word));
      break;
    }
}

struct plain_instruction
powerpc_decode (const struct audit_file *file, const unsigned char *bytes,
		size_t size)
{
  enum
  {
    PREFIX = 1
  };
  struct plain_instruction result = { .operation = PLAIN_OTHER,
				      .length = 4,
				      .to = PLAIN_NONE,
				      .from = PLAIN_NONE,
				      .other = PLAIN_NONE };
  uint32_t word = (uint32_t) audit_data (&file->elf, bytes, 4);
  if (word >> 26 != PREFIX)
    decode_word (&result, word);
  else if (size >= 8)
    {
      /* Of eight bytes: pld, paddi and so on.  */
      result.length = 8;
      result.to
	  = first_field ((uint32_t) audit_data (&file->elf, bytes + 4, 4));
    }
  return result;
}
