/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding, by the formats of "z/Architecture Principles of Operation" (SA22-7832),
   chapter 5.  What is not told apart changes each register that it may name.  */

#include "decode.h"

enum
{
  RETURN_ADDRESS = 14
};

static unsigned
instruction_length (unsigned first)
{
  return first < 0x40 ? 2 : first < 0xc0 ? 4 : 6;
}

static unsigned
high (unsigned byte)
{
  return byte >> 4;
}

static unsigned
low (unsigned byte)
{
  return byte & 15;
}

static int64_t
read_signed_16 (const unsigned char *bytes)
{
  return plain_signed ((uint64_t) bytes[0] << 8 | bytes[1], 16);
}

static int64_t
read_signed_32 (const unsigned char *bytes)
{
  return plain_signed ((uint64_t) bytes[0] << 24 | bytes[1] << 16
			   | bytes[2] << 8 | bytes[3],
		       32);
}

/* Register NUMBER as part of an address: 0 is none.  */

static unsigned char
address_register (unsigned number)
{
  return number ? (unsigned char) number : PLAIN_NONE;
}

/* The operand D(X,B) of four bytes: X in BYTES[1], B and D in the next two.  */

static void
read_address (struct plain_instruction *result, const unsigned char *bytes)
{
  result->from = address_register (high (bytes[2]));
  result->other = address_register (low (bytes[1]));
  if (result->from == PLAIN_NONE)
    {
      result->from = result->other;
      result->other = PLAIN_NONE;
    }
  result->value = (int64_t) low (bytes[2]) << 8 | bytes[3];
}

/* The same in six bytes, where D has a high part with a sign.  */

static void
read_long_address (struct plain_instruction *result, const unsigned char *bytes)
{
  read_address (result, bytes);
  result->value += (int64_t) (signed char) bytes[4] * 4096;
}

static uint64_t
register_bit (unsigned number)
{
  return UINT64_C (1) << number;
}

/* Registers FIRST to LAST, around the end.  */

static uint64_t
register_range (unsigned first, unsigned last)
{
  uint64_t result = 0;
  for (unsigned i = first;; i = (i + 1) % 16)
    {
      result |= register_bit (i);
      if (i == last)
	return result;
    }
}

/* What an instruction that is not told apart may change: what the halves of a byte
   name, and the odd ones of such pairs.  */

static uint64_t
named_registers (unsigned byte)
{
  return register_bit (high (byte)) | register_bit (high (byte) | 1)
	 | register_bit (low (byte)) | register_bit (low (byte) | 1);
}

/* br or basr.  */

static void
decode_register_branch (struct plain_instruction *result,
			const unsigned char *bytes)
{
  bool links = bytes[0] == 0x0d;
  unsigned to = low (bytes[1]);
  if (links)
    result->writes = register_bit (high (bytes[1]));
  /* Without a register basr only says where it stands.  */
  if (!to || (!links && !high (bytes[1])))
    return;
  result->from = (unsigned char) to;
  result->operation = links		     ? PLAIN_INDIRECT_CALL
		      : to == RETURN_ADDRESS ? PLAIN_RETURN
					     : PLAIN_INDIRECT_JUMP;
}

static void
decode_2 (struct plain_instruction *result, const unsigned char *bytes)
{
  switch (bytes[0])
    {
    case 0x07: /* bcr  */
    case 0x0d: /* basr  */
      decode_register_branch (result, bytes);
      break;
    default:
      result->writes = named_registers (bytes[1]);
      break;
    }
}

/* a7: ahi and branches relative to their place.  */

static void
decode_immediate (struct plain_instruction *result, const unsigned char *bytes)
{
  unsigned reg = high (bytes[1]);
  int64_t value = read_signed_16 (bytes + 2);
  result->writes = register_bit (reg) | register_bit (reg | 1);
  switch (low (bytes[1]))
    {
    case 0x4: /* brc  */
      result->writes = 0;
      result->operation = PLAIN_BRANCH;
      result->value = value * 2;
      result->ends_check = reg == 15;
      break;
    case 0x5: /* bras; with another register it jumps over constants.  */
      result->operation = reg == RETURN_ADDRESS ? PLAIN_CALL : PLAIN_BRANCH;
      result->value = value * 2;
      break;
    case 0x6: /* brct  */
    case 0x7: /* brctg  */
      result->operation = PLAIN_BRANCH;
      result->value = value * 2;
      break;
    case 0xb: /* aghi  */
      result->operation = PLAIN_ADD_CONSTANT;
      result->to = result->from = (unsigned char) reg;
      result->value = value;
      result->writes = 0;
      break;
    }
}

/* b9xx: two registers, in the last byte.  */

static void
decode_two_registers (struct plain_instruction *result,
		      const unsigned char *bytes)
{
  unsigned first = high (bytes[3]), second = low (bytes[3]);
  result->writes = named_registers (bytes[3]) | named_registers (bytes[2]);
  if (bytes[1] != 0x04 && bytes[1] != 0x08 && bytes[1] != 0x14)
    return;
  result->writes = 0;
  result->to = (unsigned char) first;
  result->from = (unsigned char) (bytes[1] == 0x08 ? first : second);
  result->other = (unsigned char) second;
  result->operation = bytes[1] == 0x04	 ? PLAIN_MOVE	 /* lgr  */
		      : bytes[1] == 0x08 ? PLAIN_ADD	 /* agr  */
					 : PLAIN_EXTEND; /* lgfr  */
  if (result->operation != PLAIN_ADD)
    result->other = PLAIN_NONE;
}

static void
decode_4 (struct plain_instruction *result, const unsigned char *bytes)
{
  unsigned reg = high (bytes[1]);
  switch (bytes[0])
    {
    case 0x41: /* la  */
      read_address (result, bytes);
      result->to = (unsigned char) reg;
      if (result->from == PLAIN_NONE)
	result->operation = PLAIN_OTHER;
      else if (result->other == PLAIN_NONE)
	result->operation = PLAIN_ADD_CONSTANT;
      else if (!result->value)
	result->operation = PLAIN_ADD;
      break;
    case 0x47: /* bc  */
      read_address (result, bytes);
      if (!reg)
	break;
      result->operation
	  = result->from == RETURN_ADDRESS && result->other == PLAIN_NONE
		? PLAIN_RETURN
		: PLAIN_INDIRECT_JUMP;
      break;
    case 0x4d: /* bas  */
      read_address (result, bytes);
      result->operation = PLAIN_INDIRECT_CALL;
      result->writes = register_bit (reg);
      break;
    case 0x58: /* l  */
      read_address (result, bytes);
      result->operation = PLAIN_LOAD;
      result->to = (unsigned char) reg;
      result->size = 4;
      break;
    case 0x84: /* brxh, brxle  */
    case 0x85:
      result->operation = PLAIN_BRANCH;
      result->value = read_signed_16 (bytes + 2) * 2;
      result->writes = register_bit (reg);
      break;
    case 0x98: /* lm  */
      result->writes = register_range (reg, low (bytes[1]));
      break;
    case 0xa7:
      decode_immediate (result, bytes);
      break;
    case 0xb9:
      decode_two_registers (result, bytes);
      break;
    default:
      result->writes = named_registers (bytes[1]) | named_registers (bytes[3]);
      break;
    }
}

/* c0, c4 and c6: a register and four bytes.  */

static void
decode_relative (struct plain_instruction *result, const unsigned char *bytes)
{
  unsigned reg = high (bytes[1]), kind = bytes[0] << 4 | low (bytes[1]);
  result->value = read_signed_32 (bytes + 2) * 2;
  switch (kind)
    {
    case 0xc00: /* larl  */
      result->operation = PLAIN_PLACE;
      result->to = (unsigned char) reg;
      break;
    case 0xc04: /* brcl  */
      result->operation = reg ? PLAIN_BRANCH : PLAIN_OTHER;
      break;
    case 0xc05: /* brasl  */
      result->operation = reg == RETURN_ADDRESS ? PLAIN_CALL : PLAIN_BRANCH;
      result->writes = register_bit (reg);
      break;
    case 0xc48: /* lgrl  */
    case 0xc4c: /* lgfrl  */
    case 0xc4d: /* lrl  */
      result->operation = PLAIN_LOAD_PLACE;
      result->to = (unsigned char) reg;
      result->size = kind == 0xc48 ? 8 : 4;
      result->is_signed = kind == 0xc4c;
      break;
    case 0xcc6: /* brcth  */
      result->operation = PLAIN_BRANCH;
      result->writes = register_bit (reg);
      break;
    default:
      result->writes = register_bit (reg) | register_bit (reg | 1);
      break;
    }
}

/* e3: a register and D(X,B).  */

static void
decode_long_memory (struct plain_instruction *result,
		    const unsigned char *bytes)
{
  unsigned reg = high (bytes[1]);
  read_long_address (result, bytes);
  result->to = (unsigned char) reg;
  switch (bytes[5])
    {
    case 0x04: /* lg  */
    case 0x14: /* lgf  */
    case 0x16: /* llgf  */
    case 0x58: /* ly  */
      result->operation = PLAIN_LOAD;
      result->size = bytes[5] == 0x04 ? 8 : 4;
      result->is_signed = bytes[5] == 0x14;
      break;
    case 0x24: /* stg  */
      result->operation = PLAIN_STORE;
      result->size = 8;
      result->to = PLAIN_NONE;
      result->other
	  = (unsigned char) (result->other == PLAIN_NONE ? reg : PLAIN_NONE);
      break;
    case 0x47: /* bi: to where the pointer in memory leads.  */
      result->operation = reg ? PLAIN_INDIRECT_JUMP : PLAIN_OTHER;
      result->to = result->from = result->other = PLAIN_NONE;
      break;
    case 0x71: /* lay  */
      if (result->from != PLAIN_NONE && result->other == PLAIN_NONE)
	result->operation = PLAIN_ADD_CONSTANT;
      else if (result->from != PLAIN_NONE && !result->value)
	result->operation = PLAIN_ADD;
      break;
    default:
      result->writes = register_bit (reg | 1);
      break;
    }
}

/* ec: comparing and branching, and much else.  */

static void
decode_compare_branch (struct plain_instruction *result,
		       const unsigned char *bytes)
{
  switch (bytes[5])
    {
    case 0x44: /* brxhg, brxlg  */
    case 0x45:
      result->writes = named_registers (bytes[1]);
      /* Fall through.  */
    case 0x64: /* cgrj, clgrj, crj, clrj  */
    case 0x65:
    case 0x76:
    case 0x77:
    case 0x7c: /* cgij, clgij, cij, clij  */
    case 0x7d:
    case 0x7e:
    case 0x7f:
      result->operation = PLAIN_BRANCH;
      result->value = read_signed_16 (bytes + 2) * 2;
      break;
    case 0xe4: /* cgrb, clgrb, crb, clrb  */
    case 0xe5:
    case 0xf6:
    case 0xf7:
    case 0xfc: /* cgib, clgib, cib, clib  */
    case 0xfd:
    case 0xfe:
    case 0xff:
      result->from = address_register (high (bytes[2]));
      result->value = (int64_t) low (bytes[2]) << 8 | bytes[3];
      result->operation = result->from == RETURN_ADDRESS && !result->value
			      ? PLAIN_RETURN
			      : PLAIN_INDIRECT_JUMP;
      break;
    default:
      result->writes = named_registers (bytes[1]);
      break;
    }
}

static void
decode_6 (struct plain_instruction *result, const unsigned char *bytes)
{
  switch (bytes[0])
    {
    case 0xc0:
    case 0xc2:
    case 0xc4:
    case 0xc6:
    case 0xc8:
    case 0xcc:
      decode_relative (result, bytes);
      break;
    case 0xe3:
      decode_long_memory (result, bytes);
      break;
    case 0xeb: /* lmg has all between.  */
      result->writes = bytes[5] == 0x04
			   ? register_range (high (bytes[1]), low (bytes[1]))
			   : named_registers (bytes[1]);
      break;
    case 0xec:
      decode_compare_branch (result, bytes);
      break;
    default:
      result->writes = named_registers (bytes[1]);
      break;
    }
}

struct plain_instruction
s390_decode (const struct audit_file *file, const unsigned char *bytes,
	     size_t size)
{
  struct plain_instruction result
      = { .operation = PLAIN_OTHER,
	  .length = (unsigned char) instruction_length (bytes[0]),
	  .to = PLAIN_NONE,
	  .from = PLAIN_NONE,
	  .other = PLAIN_NONE };
  (void) file;
  if (result.length > size)
    result.length = (unsigned char) size;
  else if (result.length == 2)
    decode_2 (&result, bytes);
  else if (result.length == 4)
    decode_4 (&result, bytes);
  else
    decode_6 (&result, bytes);
  return result;
}
