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

/* The half N halves before PLACE in the range, or 0.  */

static unsigned
half_before (const struct arm_scanner *scanner, uint64_t place, unsigned n)
{
  const struct audit_range *range = scanner->range;
  return place - range->start >= 2 * (uint64_t) n ? arm_half (
	     scanner->file, range->bytes + (place - range->start - 2 * n))
						  : 0;
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
  bool with_nop = (half & 0xff00) == 0xbe00;
  if (word_before (scanner, place, n) != (with_nop ? 0xf0008002 : 0xf0008001))
    return false;
  unsigned pop = half_before (scanner, place, n + 1);
  bool saved = (pop & 0xff00) == 0xbc00;
  n += saved;
  uint32_t id = 0;
  unsigned scratch = arm_field (word_before (scanner, place, n + 2), 8, 4);
  for (unsigned i = 0; i < 4; i++)
    {
      n += 2;
      uint32_t eor = word_before (scanner, place, n);
      uint32_t wanted
	  = (i ? 0xf0800000 : 0xf0900000) | scratch << 16 | scratch << 8;
      if ((eor & 0xfbff8f00) != wanted)
	return false;
      id ^= immediate_of (eor);
    }
  uint32_t load = word_before (scanner, place, n + 2);
  uint32_t clear = word_before (scanner, place, n + 4);
  unsigned target = arm_field (clear, 16, 4);
  if ((load & 0xffffff00) != (0xf8500c00 | scratch << 16 | scratch << 12)
      || (clear & 0xfff0ffff) != (0xf0200001 | scratch << 8))
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
  if (load != (0x6800 | found << 3 | found)
      || (subtract & 0xff00) != (0x3800 | found << 8)
      || clear != (0x4380 | expected << 3 | found)
      || one != (0x2001 | expected << 8))
    return false;
  if ((move & 0xff87) == (0x4600 | found))
    check->target = (unsigned char) (move >> 3 & 15);
  else if ((move & 0xffc7) == found)
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
  if (half_before (scanner, place, n++) != 0xd000)
    return false;
  bool saved = (half_before (scanner, place, n) & 0xff00) == 0xbc00;
  n += saved;
  unsigned compare = half_before (scanner, place, n++);
  unsigned found = compare & 7, expected = compare >> 3 & 7;
  if ((compare & 0xffc0) != 0x4280)
    return false;
  *check = (struct audit_check){ .trap = place, .end = place + 2 };
  for (unsigned shift = 0; shift < 24; shift += 8)
    {
      unsigned add = half_before (scanner, place, n++);
      unsigned left = half_before (scanner, place, n++);
      if ((add & 0xff00) != (0x3000 | expected << 8)
	  || left != (0x0200 | expected << 3 | expected))
	return false;
      check->id |= (uint32_t) (add & 0xff) << shift;
    }
  unsigned move = half_before (scanner, place, n);
  if ((move & 0xff00) != (0x2000 | expected << 8)
      || !read_narrow_load (scanner, place, n, expected, found, check))
    return false;
  check->id |= (uint32_t) (move & 0xff) << 24;
  check->address = place - 2 * (n + 5 + saved);
  return true;
}
