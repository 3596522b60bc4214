/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of arm's Thumb code.  Thumb-2 has A32's check in other bits:

	bic	rT, rN, #1
	ldr	rT, [rT, #-4-M*2]
	eor	rT, rT, ...		three of them, and eors
	beq.w	1f
	udf	#(0x80 | N)	for Linux bkpt and a nop
     1:	blx	rN		or bx

   Thumb-1 works on r0 to r7 only:

	movs	rE, #1
	movs	rF, rN			(mov if that is r8 or above)
	bics	rF, rE
	subs	rF, #4+M*2
	ldr	rF, [rF]
	movs	rE, #ID >> 24
	lsls	rE, rE, #8		three times,
	adds	rE, #...		with each of the other bytes
	cmp	rF, rE
	beq	1f
	bkpt	#0
     1:	blx	rN

   With too few registers free, push before it and pop before the branch.  */

#include "code.h"

/* What the instructions are without registers and numbers: those of Thumb-2 ...
 */
enum
{
  WIDE_BIC_1 = 0xf0200001,
  WIDE_LDR_BACK = 0xf8500c00,
  WIDE_EOR = 0xf0800000,
  WIDE_EORS = 0xf0900000,
  WIDE_BEQ_2 = 0xf0008001, /* Over two bytes.  */
  WIDE_BEQ_4 = 0xf0008002
};

/* ... and of 16 bits.  */
enum
{
  MOVS_REGISTER = 0x0000, /* lsls rD, rN, #0  */
  LSLS_8 = 0x0200,
  MOVS = 0x2000,
  ADDS = 0x3000,
  SUBS = 0x3800,
  CMP = 0x4280,
  BICS = 0x4380,
  MOV_REGISTER = 0x4600,
  LDR = 0x6800,
  POP = 0xbc00,
  BKPT = 0xbe00,
  BEQ_2 = 0xd000,
  OPCODE = 0xff00 /* The bits of those with a number of eight bits.  */
};

/* The half N halves before PLACE in the range, or 0.  */

static unsigned
half_before (const struct arm_scanner *scanner, uint64_t place, unsigned n)
{
  const unsigned char *bytes = arm_bytes_before (scanner, place, 2 * n);
  return bytes ? arm_half (scanner->file, bytes) : 0;
}

/* Two halves from N halves before PLACE on, as one word.  */

static uint32_t
word_before (const struct arm_scanner *scanner, uint64_t place, unsigned n)
{
  return half_before (scanner, place, n) << 16
	 | half_before (scanner, place, n - 1);
}

/* The modified immediate of eor.  */

static uint32_t
immediate_of (uint32_t word)
{
  unsigned code = arm_field (word, 26, 1) << 11 | arm_field (word, 12, 3) << 8
		  | (word & 0xff);
  uint32_t byte = code & 0xff;
  unsigned rotation = code >> 7;
  if (code >> 10)
    {
      byte = 0x80 | (code & 0x7f);
      return byte >> rotation | byte << (32 - rotation);
    }
  switch (code >> 8)
    {
    case 0:
      return byte;
    case 1:
      return byte << 16 | byte;
    case 2:
      return byte << 24 | byte << 8;
    default:
      return byte << 24 | byte << 16 | byte << 8 | byte;
    }
}

bool
arm_read_wide_check (const struct arm_scanner *scanner, uint64_t place,
		     unsigned half, struct audit_check *check)
{
  unsigned n = 2;
  bool with_nop = (half & OPCODE) == BKPT;
  if (word_before (scanner, place, n) != (with_nop ? WIDE_BEQ_4 : WIDE_BEQ_2))
    return false;
  unsigned pop = half_before (scanner, place, n + 1);
  bool saved = (pop & OPCODE) == POP;
  n += saved;
  uint32_t id = 0;
  unsigned scratch = arm_field (word_before (scanner, place, n + 2), 8, 4);
  for (unsigned i = 0; i < 4; i++)
    {
      n += 2;
      uint32_t eor = word_before (scanner, place, n);
      uint32_t wanted
	  = (i ? WIDE_EOR : WIDE_EORS) | scratch << 16 | scratch << 8;
      if ((eor & 0xfbff8f00) != wanted)
	return false;
      id ^= immediate_of (eor);
    }
  uint32_t load = word_before (scanner, place, n + 2);
  uint32_t clear = word_before (scanner, place, n + 4);
  unsigned target = arm_field (clear, 16, 4);
  if ((load & 0xffffff00) != (WIDE_LDR_BACK | scratch << 16 | scratch << 12)
      || (clear & 0xfff0ffff) != (WIDE_BIC_1 | scratch << 8)
      /* The hash would be called.  */
      || (target == scratch && !saved))
    return false;
  *check = (struct audit_check){
    .address = place - 2 * (n + 4 + saved),
    .trap = place,
    .end = place + (with_nop ? 4 : 2),
    .id = id,
    .offset = load & 0xff,
    .target = (unsigned char) target,
    .wrong_trap = (half & 0xff) != (0x80 | target),
  };
  return true;
}

/* The six instructions before N halves before PLACE, which get the hash of
   TARGET into FOUND; 0 if they are others, else how many halves there are.  */

static bool
read_narrow_load (const struct arm_scanner *scanner, uint64_t place, unsigned n,
		  unsigned expected, unsigned found, struct audit_check *check)
{
  unsigned load = half_before (scanner, place, n + 1);
  unsigned subtract = half_before (scanner, place, n + 2);
  unsigned clear = half_before (scanner, place, n + 3);
  unsigned move = half_before (scanner, place, n + 4);
  unsigned one = half_before (scanner, place, n + 5);
  if (load != (LDR | found << 3 | found)
      || (subtract & OPCODE) != (SUBS | found << 8)
      || clear != (BICS | expected << 3 | found)
      || one != (MOVS | expected << 8 | 1))
    return false;
  if ((move & 0xff87) == (MOV_REGISTER | found))
    check->target = (unsigned char) (move >> 3 & 15);
  else if ((move & 0xffc7) == (MOVS_REGISTER | found))
    check->target = (unsigned char) (move >> 3 & 7);
  else
    return false;
  check->offset = subtract & 0xff;
  return true;
}

bool
arm_read_narrow_check (const struct arm_scanner *scanner, uint64_t place,
		       struct audit_check *check)
{
  unsigned n = 1;
  if (half_before (scanner, place, n++) != BEQ_2)
    return false;
  bool saved = (half_before (scanner, place, n) & OPCODE) == POP;
  n += saved;
  unsigned compare = half_before (scanner, place, n++);
  unsigned found = compare & 7, expected = compare >> 3 & 7;
  if ((compare & 0xffc0) != CMP)
    return false;
  *check = (struct audit_check){ .trap = place, .end = place + 2 };
  for (unsigned shift = 0; shift < 24; shift += 8)
    {
      unsigned add = half_before (scanner, place, n++);
      unsigned left = half_before (scanner, place, n++);
      if ((add & OPCODE) != (ADDS | expected << 8)
	  || left != (LSLS_8 | expected << 3 | expected))
	return false;
      check->id |= (uint32_t) (add & 0xff) << shift;
    }
  unsigned move = half_before (scanner, place, n);
  if ((move & OPCODE) != (MOVS | expected << 8)
      || !read_narrow_load (scanner, place, n, expected, found, check))
    return false;
  /* The address is gone before it is copied, or the hash would be called.  */
  if (check->target == expected || (check->target == found && !saved))
    return false;
  check->id |= (uint32_t) (move & 0xff) << 24;
  check->address = place - 2 * (n + 5 + saved);
  return true;
}
