/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Virtual calls that have no check:

	ldr	x16, [x0]		the object's first word: its virtual table
	ldr	x1, [x16, #8]		a slot
	mov	x16, x1			(a tail call)
	blr	x16

   Without optimization there is  add x1, x1, #8  in between.  In C a structure that
   starts with a pointer to a structure of functions gives the same code, so this is
   believed of functions of C++ only.  */

#include "slot.h"

enum
{
  DISTANCE = 12 /* Instructions looked at before the branch.  */
};

/* ldr xN, [xM, #OFFSET].  */

static bool
load_p (uint32_t word, unsigned *to, unsigned *base, unsigned *offset)
{
  *to = word & 31;
  *base = word >> 5 & 31;
  *offset = (word >> 10 & 0xfff) * 8;
  return (word & 0xffc00000) == 0xf9400000;
}

/* mov xN, xM.  */

static bool
move_p (uint32_t word, unsigned *to, unsigned *from)
{
  *to = word & 31;
  *from = word >> 16 & 31;
  return (word & 0xffe0ffe0) == 0xaa0003e0;
}

/* b, bl, cbz, tbz, b.cond, br, blr, ret.  */

static bool
branch_p (uint32_t word)
{
  return (word & 0x7c000000) == 0x14000000 || (word & 0x7e000000) == 0x34000000
	 || (word & 0x7e000000) == 0x36000000
	 || (word & 0xfe000000) == 0x54000000
	 || (word & 0xfe000000) == 0xd6000000;
}

bool
aarch64_loads_slot_p (const struct audit_range *range, uint64_t place,
		      unsigned target)
{
  bool slot = false;
  for (unsigned i = 1; i <= DISTANCE && place - range->start >= 4 * i; i++)
    {
      uint32_t word
	  = audit_read_32 (range->bytes + (place - 4 * i - range->start));
      unsigned to, base, offset;
      if (branch_p (word))
	return false;
      if (move_p (word, &to, &base) && to == target)
	target = base;
      if (!load_p (word, &to, &base, &offset) || to != target)
	continue;
      if (slot)
	return offset == 0;
      slot = true;
      target = base;
    }
  return false;
}
