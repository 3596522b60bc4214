/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A32 code of arm.

	bic	rT, rN, #1			hash
	ldr	rT, [rT, #-4-4*M]		nop (M of them)
	eor	rT, rT, #ID & 0xff		f:
	eor	rT, rT, #ID & 0xff00
	eor	rT, rT, #ID & 0xff0000
	eors	rT, rT, #ID & 0xff000000
	beq	1f
	udf	#(0x83e0 | N)	for Linux bkpt, whose handler knows that only
     1:	blx	rN		or bx

   With no register free, push {rT} stands before it and pop {rT} before the
   beq.  */

#include "code.h"
#include "../../base/array.h"

enum
{
  ALWAYS = 0xe
};

/* The rotated immediate of a data-processing instruction.  */

static uint32_t
immediate_of (uint32_t word)
{
  unsigned rotation = arm_field (word, 8, 4) * 2;
  uint32_t value = word & 0xff;
  return rotation ? value >> rotation | value << (32 - rotation) : value;
}

/* --- Checks -------------------------------------------------------------- */

/* The word N words before PLACE in the range, or 0.  */

static uint32_t
word_before (const struct arm_scanner *scanner, uint64_t place, unsigned n)
{
  const struct audit_range *range = scanner->range;
  return place - range->start >= 4 * (uint64_t) n ? arm_word (
	     scanner->file, range->bytes + (place - range->start - 4 * n))
						  : 0;
}

/* True if the udf or bkpt WORD at PLACE ends a check; fill *CHECK then.  */

static bool
read_check (const struct arm_scanner *scanner, uint64_t place, uint32_t word,
	    struct audit_check *check)
{
  unsigned n = 1;
  if (word_before (scanner, place, n++) != 0x0a000000)
    return false;
  uint32_t pop = word_before (scanner, place, n);
  bool saved = (pop & 0xffff0fff) == 0xe49d0004 /* pop {rT}  */
	       || (pop & 0xffff0000) == 0xe8bd0000;
  n += saved;
  uint32_t id = 0;
  unsigned scratch = arm_field (word_before (scanner, place, n), 12, 4);
  for (unsigned i = 0; i < 4; i++)
    {
      uint32_t eor = word_before (scanner, place, n++);
      uint32_t wanted
	  = (i ? 0xe2200000 : 0xe2300000) | scratch << 16 | scratch << 12;
      if ((eor & 0xfffff000) != wanted)
	return false;
      id ^= immediate_of (eor);
    }
  uint32_t load = word_before (scanner, place, n++);
  uint32_t clear = word_before (scanner, place, n);
  unsigned target = arm_field (clear, 16, 4);
  if ((load & 0xfffff000) != (0xe5100000 | scratch << 16 | scratch << 12)
      || (clear & 0xfff0ffff) != (0xe3c00001 | scratch << 12))
    return false;
  *check = (struct audit_check){
    .address = place - 4 * (n + saved),
    .trap = place,
    .end = place + 4,
    .id = id,
    .offset = load & 0xfff,
    .target = (unsigned char) target,
    .wrong_trap = arm_field (word, 0, 4) != target,
  };
  return true;
}

/* --- Values -------------------------------------------------------------- */

/* add rD, rN, operand; *SUM is the result.  */

static void
add (struct arm_scanner *scanner, uint32_t word, uint64_t place,
     struct audit_value *sum)
{
  bool constant = word & 1u << 25;
  struct arm_addend second
      = { .constant = constant,
	  .value = immediate_of (word),
	  .reg = arm_field (word, 0, 4),
	  .extension = { .shift = (unsigned char) arm_field (word, 7, 5) } };
  if (!constant && (word & 0x70)) /* No lsl by a constant.  */
    *sum = (struct audit_value){ 0 };
  else
    *sum = arm_sum (scanner, arm_field (word, 16, 4), &second, place + 8);
}

/* What the load WORD (ldr, ldrb) gets.  */

static struct audit_value
loaded (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_value base
      = arm_operand (scanner, arm_field (word, 16, 4), place + 8);
  unsigned size = word & 1u << 22 ? 1 : 4;
  uint64_t offset = 0;
  if (word & 1u << 25)
    {
      struct audit_value index
	  = arm_operand (scanner, arm_field (word, 0, 4), place + 8);
      /* ldr r1, [pc, r1] with the distance in r1.  */
      if (index.kind == AUDIT_VALUE_ADDRESS && !(word & 0xff0))
	{
	  offset = index.address;
	  base.got |= index.got;
	}
      else if (arm_field (word, 16, 4) == ARM_PC)
	base = audit_indexed (base);
      else
	base = audit_slot (&scanner->values, arm_field (word, 16, 4),
			   arm_field (word, 0, 4));
    }
  else
    offset = word & 1u << 23 ? word & 0xfff : -(uint64_t) (word & 0xfff);
  if (!(word & 1u << 24)) /* Indexed afterwards.  */
    offset = 0;
  return audit_value_at (&scanner->values, base, offset, size, false);
}

static void
follow_load (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  unsigned to = arm_field (word, 12, 4), from = arm_field (word, 16, 4);
  bool writes_back = !(word & 1u << 24) || (word & 1u << 21);
  if (word & 1u << 20)
    {
      if (from == ARM_PC && !(word & 1u << 25) && !(word & 1u << 22))
	{
	  uint64_t offset = word & 0xfff;
	  arm_load_literal (scanner, to,
			    place + 8 + (word & 1u << 23 ? offset : -offset), 4,
			    false);
	}
      else
	{
	  struct audit_value value = loaded (scanner, word, place);
	  audit_set_unknown (values, to);
	  values->registers[to] = value;
	}
    }
  if (writes_back)
    audit_set_unknown (values, from);
}

/* A data-processing instruction that does not change pc.  */

static void
follow_operation (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  unsigned to = arm_field (word, 12, 4), code = arm_field (word, 21, 4);
  struct audit_value sum;
  if ((word & 0x0fb00000) == 0x03000000)
    arm_move_half (scanner, to, arm_field (word, 16, 4) << 12 | (word & 0xfff),
		   word & 1u << 22, place);
  else if ((word & 0x0e000090) == 0x00000090 && !(word & 1u << 25))
    {
      /* Multiplications and loads of other sizes.  */
      audit_set_unknown (values, to);
      audit_set_unknown (values, arm_field (word, 16, 4));
    }
  else if (code >= 8 && code <= 11)
    return; /* Comparisons.  */
  else if (code == 4)
    {
      add (scanner, word, place, &sum);
      audit_set_unknown (values, to);
      values->registers[to] = sum;
      audit_note_formed (values, place, to);
    }
  else if ((word & 0x0fff0ff0) == 0x01a00000 && (word & 15) != ARM_PC)
    audit_copy_value (values, to, word & 15);
  else
    audit_set_unknown (values, to);
}

/* --- Sites --------------------------------------------------------------- */

/* An instruction that writes pc: add, mov, ldr.  Popping it is a return.  */

static void
write_pc (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  enum audit_site_kind kind
      = scanner->returns_to == place + 4 ? AUDIT_CALL : AUDIT_JUMP;
  struct audit_value value = { 0 };
  if ((word & 0x0c000000) == 0x04000000)
    {
      if (arm_field (word, 16, 4) == ARM_STACK && !(word & 1u << 24))
	return;
      value = loaded (scanner, word, place);
      /* A constant in the code.  */
      if (value.kind == AUDIT_VALUE_LOADED && arm_field (word, 16, 4) == ARM_PC)
	value.kind = AUDIT_VALUE_ADDRESS;
    }
  else if ((word & 0x0fef0ff0) == 0x01a00000)
    {
      if ((word & 15) != ARM_LINK)
	arm_add_site (scanner, kind, place, word & 15);
      return;
    }
  else if (arm_field (word, 21, 4) == 4)
    {
      /* add pc, pc, rN, lsl #2: branches follow, one for each case.  From
	 here, so no function's address.  */
      if ((word & 0x0fff0010) == 0x008f0000)
	{
	  audit_add_site (scanner->file, AUDIT_JUMP, place, AUDIT_NO_REGISTER,
			  NULL)
	      ->reason
	      = AUDIT_JUMP_TABLE;
	  return;
	}
      add (scanner, word, place, &value);
    }
  else if ((word & 0x0fff0000) == 0x025e0000)
    return; /* subs pc, lr, #n: from an exception.  */
  arm_add_value_site (scanner, kind, place, &value);
}

/* True if WORD writes pc and is none of the branches.  */

static bool
writes_pc_p (uint32_t word)
{
  if (arm_field (word, 12, 4) != ARM_PC)
    return false;
  switch (arm_field (word, 25, 3))
    {
    case 0:
      /* No multiplications and the like, and nothing like bx.  */
      if ((word & 0x90) == 0x90 || (word & 0x01900000) == 0x01000000)
	return false;
      break;
    case 1:
      if ((word & 0x01900000) == 0x01000000)
	return false;
      break;
    case 2:
      return word & 1u << 20;
    case 3:
      return (word & 1u << 20) && !(word & 0x10);
    default:
      return false;
    }
  /* Comparisons have no destination.  */
  return arm_field (word, 21, 4) < 8 || arm_field (word, 21, 4) > 11;
}

static void
follow_other (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  switch (arm_field (word, 25, 3))
    {
    case 0:
    case 1:
      follow_operation (scanner, word, place);
      break;
    case 2:
    case 3:
      follow_load (scanner, word, place);
      break;
    case 4: /* Several registers at once.  */
      for (unsigned i = 0; (word & 1u << 20) && i < ARM_PC; i++)
	if (word >> i & 1)
	  audit_set_unknown (&scanner->values, i);
      break;
    default:
      break;
    }
}

static void
scan_word (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  unsigned condition = word >> 28;
  unsigned reg = word & 15;
  if (condition == 15)
    {
      if ((word & 0xfe000000) == 0xfa000000) /* blx label  */
	arm_direct_branch (scanner, true, true);
      return;
    }
  if ((word & 0x0fffffd0) == 0x012fff10)
    {
      bool links = word & 0x20;
      if (links || reg != ARM_LINK)
	arm_branch_to_register (scanner, place, place + 4, reg, links,
				condition == ALWAYS);
      else
	arm_direct_branch (scanner, false, condition == ALWAYS);
    }
  else if ((word & 0x0e000000) == 0x0a000000)
    arm_direct_branch (scanner, word & 1u << 24, condition == ALWAYS);
  else if (writes_pc_p (word))
    {
      write_pc (scanner, word, place);
      arm_direct_branch (scanner, scanner->returns_to == place + 4,
			 condition == ALWAYS);
    }
  else
    follow_other (scanner, word, place);
  scanner->returns_to = word == 0xe1a0e00f ? place + 8 : 0;
}

static void
collect_targets (struct arm_scanner *scanner)
{
  const struct audit_range *range = scanner->range;
  for (uint64_t at = range->start; at + 4 <= range->end; at += 4)
    {
      uint32_t word
	  = arm_word (scanner->file, range->bytes + (at - range->start));
      if ((word & 0x0f000000) == 0x0a000000 && word >> 28 != 15)
	audit_add_target (
	    &scanner->targets,
	    at + 8 + (uint64_t) ((int64_t) ((uint64_t) word << 40) >> 38));
    }
}

void
arm_scan_a32 (struct arm_scanner *scanner)
{
  const struct audit_range *range = scanner->range;
  uint64_t at = (range->start + 3) & -UINT64_C (4);
  collect_targets (scanner);
  for (; at + 4 <= range->end; at += 4)
    {
      uint32_t word
	  = arm_word (scanner->file, range->bytes + (at - range->start));
      if (audit_target_p (&scanner->literals, at))
	continue;
      if (audit_target_p (&scanner->targets, at))
	audit_values_new_block (&scanner->values);
      scan_word (scanner, word, at);
      /* Part of a call of ARMv4: mov lr, pc; bx rN.  */
      if (scanner->returns_to && scanner->pending.end == at)
	scanner->pending.end += 4;
      arm_settle_check (scanner, at + 4);
      /* udf and bkpt #0x83e0 to #0x83ef.  */
      if (((word & 0xfffffff0) == 0xe7f83ef0
	   || (word & 0xfffffff0) == 0xe1283e70)
	  && !read_check (scanner, at, word, &scanner->pending))
	AUDIT_APPEND (scanner->file, strays, at);
    }
}
