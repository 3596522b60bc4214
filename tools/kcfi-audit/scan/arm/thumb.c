/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thumb code of arm; its checks are in thumb-check.c.  */

#include "code.h"
#include "../../base/array.h"

/* --- Values -------------------------------------------------------------- */

/* The pieces of Thumb's 16-bit code that form addresses; of all others that
   change a register it is unknown then.  */

static void
follow_half (struct arm_scanner *scanner, unsigned half, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  unsigned low = half & 7, middle = half >> 3 & 7, eight = half >> 8 & 7;
  uint64_t aligned = (place + 4) & -UINT64_C (4);
  struct audit_value value;
  if ((half & 0xf800) == 0x4800) /* ldr rD, [pc, #n]  */
    arm_load_literal (scanner, eight, aligned + (half & 0xff) * 4, 4, false);
  else if ((half & 0xf800) == 0xa000) /* adr  */
    audit_set_address (values, eight, aligned + (half & 0xff) * 4, false);
  else if ((half & 0xff00) == 0x4400) /* add  */
    {
      /* rD, rM: the high registers among them.  */
      unsigned to = low | (half >> 4 & 8);
      struct arm_addend second = { .reg = half >> 3 & 15 };
      value = arm_sum (scanner, to, &second, place + 4);
      audit_set_unknown (values, to);
      values->registers[to] = value;
      audit_note_formed (values, place, to);
    }
  else if ((half & 0xff00) == 0x4600) /* mov  */
    audit_copy_value (values, low | (half >> 4 & 8), half >> 3 & 15);
  else if ((half & 0xfe00) == 0x1800) /* adds rD, rN, rM  */
    audit_add_values (values, low, middle, half >> 6 & 7,
		      (struct audit_extension){ 0 });
  else if ((half & 0xf800) == 0x6800) /* ldr rD, [rN, #n]  */
    {
      value = audit_value_at (values, values->registers[middle],
			      (half >> 6 & 31) * 4, 4, false);
      values->registers[low] = value;
    }
  else if ((half & 0xfe00) == 0x5800) /* ldr rD, [rN, rM]  */
    {
      struct audit_value base = audit_slot (values, middle, half >> 6 & 7);
      value = audit_value_at (values, base, 0, 4, false);
      values->registers[low] = value;
    }
  else if ((half & 0xf800) == 0x2800 || (half & 0xf000) == 0xb000
	   || (half & 0xfe00) == 0x4200 || (half & 0xe000) == 0xe000)
    {
      for (unsigned i = 0; (half & 0xfe00) == 0xbc00 && i < 8; i++)
	if (half >> i & 1)
	  audit_set_unknown (values, i);
    }
  else if ((half & 0xf000) == 0xc000)
    {
      for (unsigned i = 0; i < 8; i++)
	if ((half >> i & 1) || i == eight)
	  audit_set_unknown (values, i);
    }
  else if ((half & 0xe000) == 0x2000)
    audit_set_unknown (values, eight);
  else if ((half & 0xf000) != 0xd000)
    audit_set_unknown (values, low);
}

/* ldr.w in its forms; *VALUE is what is loaded.  */

static void
load_wide (struct arm_scanner *scanner, uint32_t word, uint64_t place,
	   struct audit_value *value)
{
  struct audit_values *values = &scanner->values;
  unsigned from = arm_field (word, 16, 4);
  struct audit_value base
      = arm_operand (scanner, from, (place & -UINT64_C (4)) + 4);
  uint64_t offset = 0;
  if (from == ARM_PC)
    offset = word & 1u << 23 ? word & 0xfff : -(uint64_t) (word & 0xfff);
  else if (word & 1u << 23)
    offset = word & 0xfff;
  else if ((word & 0xfc0) == 0)
    base = audit_slot (values, from, arm_field (word, 0, 4));
  else
    {
      offset = word & 0x200 ? word & 0xff : -(uint64_t) (word & 0xff);
      if (!(word & 0x400))
	offset = 0;
      if (word & 0x100)
	audit_set_unknown (values, from);
    }
  *value = audit_value_at (values, base, offset, 4, false);
}

static void
follow_wide (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  unsigned to = arm_field (word, 12, 4);
  struct audit_value value;
  if ((word & 0xfb708000) == 0xf2400000)
    arm_move_half (scanner, arm_field (word, 8, 4),
		   arm_field (word, 16, 4) << 12 | arm_field (word, 26, 1) << 11
		       | arm_field (word, 12, 3) << 8 | (word & 0xff),
		   word & 1u << 23, place);
  else if ((word & 0xff7f0000) == 0xf85f0000) /* ldr.w rD, [pc, #n]  */
    {
      uint64_t aligned = (place + 4) & -UINT64_C (4);
      uint64_t offset = word & 0xfff;
      arm_load_literal (scanner, to,
			aligned + (word & 1u << 23 ? offset : -offset), 4,
			false);
    }
  else if ((word & 0xff700000) == 0xf8500000) /* ldr.w  */
    {
      load_wide (scanner, word, place, &value);
      audit_set_unknown (values, to);
      values->registers[to] = value;
    }
  else if ((word & 0xfe400000) == 0xe8000000) /* ldm, stm  */
    {
      for (unsigned i = 0; (word & 1u << 20) && i < ARM_PC; i++)
	if (word >> i & 1)
	  audit_set_unknown (values, i);
    }
  else
    {
      /* Operations have their result in one place, loads in the other.  */
      audit_set_unknown (values, to);
      audit_set_unknown (values, arm_field (word, 8, 4));
    }
}

/* --- Sites --------------------------------------------------------------- */

/* How far from the program counter bl and b.w WORD lead.  */

static int64_t
far_offset (uint32_t word)
{
  unsigned sign = arm_field (word, 26, 1);
  unsigned first = arm_field (word, 13, 1) ^ sign ^ 1;
  unsigned second = arm_field (word, 11, 1) ^ sign ^ 1;
  uint64_t bits = sign << 24 | first << 23 | second << 22
		  | arm_field (word, 16, 10) << 12
		  | arm_field (word, 0, 11) << 1;
  return (int64_t) (bits << 39) >> 39;
}

static void
jump_by_table (struct arm_scanner *scanner, uint64_t place)
{
  audit_add_site (scanner->file, AUDIT_JUMP, place, AUDIT_NO_REGISTER, NULL)
      ->reason
      = AUDIT_JUMP_TABLE;
  arm_direct_branch (scanner, false, true);
}

/* True if `bx REG' at PLACE returns.  ARMv4T cannot pop into pc and change to
   A32 by that: thumb_exit in GCC's arm.cc.  */

static bool
returns_p (const struct arm_scanner *scanner, unsigned reg, uint64_t place)
{
  return reg == ARM_LINK
	 || (scanner->popped && scanner->popped == reg
	     && scanner->pending.end != place);
}

/* The register that has the return address after HALF: the last one popped,
   also if the caller's arguments are dropped from the stack then.  */

static unsigned
popped_by (unsigned half, unsigned popped)
{
  if ((half & 0xff00) == 0xbc00 && (half & 0xff))
    return 31 - (unsigned) __builtin_clz (half & 0xff);
  return (half & 0xff80) == 0xb000 ? popped : 0;
}

/* bl, blx and the wide branches.  */

static void
scan_branch (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  bool links = word & 0x4000;
  unsigned char target;
  if ((word & 0xd000) == 0xd000
      && arm_branch_to_stub_p (
	  scanner, place, place + 4 + (uint64_t) far_offset (word), &target))
    arm_add_site (scanner, AUDIT_CALL, place, target);
  arm_direct_branch (scanner, links, (word & 0x5000) == 0x1000);
}

static void
scan_half (struct arm_scanner *scanner, unsigned half, uint64_t place)
{
  unsigned reg = half >> 3 & 15;
  if ((half & 0xff07) == 0x4700) /* bx, blx  */
    {
      bool links = half & 0x80;
      if (links || !returns_p (scanner, reg, place))
	arm_branch_to_register (scanner, place, place + 2, reg, links, true);
      else
	arm_direct_branch (scanner, false, true);
    }
  else if ((half & 0xff87) == 0x4687) /* mov pc, rM  */
    {
      if (reg != ARM_LINK)
	arm_add_site (scanner, AUDIT_JUMP, place, reg);
      arm_direct_branch (scanner, false, true);
    }
  else if ((half & 0xff87) == 0x4487) /* add pc, rM  */
    {
      /* From here, so no function's address: a table of distances.  */
      jump_by_table (scanner, place);
    }
  else if ((half & 0xf000) == 0xd000 || (half & 0xf800) == 0xe000)
    arm_direct_branch (scanner, false, (half & 0xf800) == 0xe000);
  else
    follow_half (scanner, half, place);
}

static void
scan_wide (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_value value;
  if ((word & 0xfff0ffe0) == 0xe8d0f000) /* tbb, tbh: only forward from here  */
    jump_by_table (scanner, place);
  else if ((word & 0xff70f000) == 0xf850f000) /* ldr.w pc, ...  */
    {
      load_wide (scanner, word, place, &value);
      /* ldr pc, [sp], #4 is a return.  */
      if (arm_field (word, 16, 4) == ARM_STACK && (word & 0xf00) == 0xb00)
	return;
      if (value.kind == AUDIT_VALUE_LOADED && arm_field (word, 16, 4) == ARM_PC)
	value.kind = AUDIT_VALUE_ADDRESS;
      arm_add_value_site (scanner, AUDIT_JUMP, place, &value);
      arm_direct_branch (scanner, false, true);
    }
  else if ((word & 0xf8008000) == 0xf0008000)
    scan_branch (scanner, word, place);
  else
    follow_wide (scanner, word, place);
}

/* Where the branch of 16 or 32 bits at PLACE leads; 0 if it is none.  */

static uint64_t
branch_target (unsigned half, uint32_t word, bool wide, uint64_t place)
{
  int64_t offset;
  if (!wide && (half & 0xf000) == 0xd000 && (half & 0xe00) != 0xe00)
    offset = (int64_t) (int8_t) (half & 0xff) * 2;
  else if (!wide && (half & 0xf800) == 0xe000)
    offset = (int64_t) ((uint64_t) half << 53) >> 52;
  else if (!wide && (half & 0xf500) == 0xb100) /* cbz, cbnz  */
    offset = (half >> 3 & 31) * 2 + (half >> 9 & 1) * 64;
  else if (wide && (word & 0xf800d000) == 0xf0008000) /* b.cond.w  */
    offset = (int64_t) ((uint64_t) (arm_field (word, 26, 1) << 20
				    | arm_field (word, 11, 1) << 19
				    | arm_field (word, 13, 1) << 18
				    | arm_field (word, 16, 6) << 12
				    | arm_field (word, 0, 11) << 1)
			<< 43)
	     >> 43;
  else if (wide && (word & 0xf800d000) == 0xf0009000) /* b.w  */
    offset = far_offset (word);
  else
    return 0;
  return place + 4 + (uint64_t) offset;
}

static bool
wide_p (unsigned half)
{
  return half >> 11 >= 0x1d;
}

static void
collect_targets (struct arm_scanner *scanner)
{
  const struct audit_range *range = scanner->range;
  for (uint64_t at = range->start; at + 2 <= range->end; at += 2)
    {
      const unsigned char *bytes = range->bytes + (at - range->start);
      unsigned half = arm_half (scanner->file, bytes);
      bool wide = wide_p (half) && at + 4 <= range->end;
      uint32_t word
	  = wide ? half << 16 | arm_half (scanner->file, bytes + 2) : 0;
      uint64_t target = branch_target (half, word, wide, at);
      if (target)
	audit_add_target (&scanner->targets, target);
      at += wide ? 2 : 0;
    }
}

/* A trap of HALF at PLACE: udf or bkpt #0x80 to #0x8f of Thumb-2, bkpt #0 of
   Thumb-1.
   Other code may have these as well: none is a stray.  */

static void
look_at_trap (struct arm_scanner *scanner, unsigned half, uint64_t place)
{
  bool found = false;
  if ((half & 0xff00) == 0xde00 || (half & 0xfff0) == 0xbe80)
    found = arm_read_wide_check (scanner, place, half, &scanner->pending);
  else if (half == 0xbe00)
    found = arm_read_narrow_check (scanner, place, &scanner->pending);
  else if (scanner->pending.end > place)
    return; /* The nop behind a trap.  */
  if (!found)
    scanner->pending = (struct audit_check){ 0 };
}

void
arm_scan_thumb (struct arm_scanner *scanner)
{
  const struct audit_range *range = scanner->range;
  uint64_t at = (range->start + 1) & -UINT64_C (2), next;
  collect_targets (scanner);
  for (; at + 2 <= range->end; at = next)
    {
      const unsigned char *bytes = range->bytes + (at - range->start);
      unsigned half = arm_half (scanner->file, bytes);
      bool wide = wide_p (half) && at + 4 <= range->end;
      next = at + (wide ? 4 : 2);
      if (audit_target_p (&scanner->literals, at & -UINT64_C (4)))
	{
	  next = (at & -UINT64_C (4)) + 4;
	  continue;
	}
      if (audit_target_p (&scanner->targets, at))
	audit_values_new_block (&scanner->values);
      if (wide)
	scan_wide (scanner, half << 16 | arm_half (scanner->file, bytes + 2),
		   at);
      else
	scan_half (scanner, half, at);
      arm_settle_check (scanner, next);
      scanner->returns_to = half == 0x46fe ? at + 4 : 0;
      scanner->popped = wide ? 0 : popped_by (half, scanner->popped);
      if (!wide)
	look_at_trap (scanner, half, at);
    }
}
