/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A32 code of arm; its check is in a32-check.c.  */

#include "../../base/array.h"
#include "../spills.h"
#include "a32-instruction.h"
#include "code.h"
#include "../bypass.h"

/* The program counter as the instruction at PLACE reads it.  */

static uint64_t
pc_at (uint64_t place)
{
  return place + 8;
}

/* --- Values -------------------------------------------------------------- */

/* add rD, rN, operand: the result.  */

static struct audit_value
find_sum (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  bool constant = word & A32_IMMEDIATE;
  struct arm_addend second
      = { .constant = constant,
	  .value = a32_immediate (word),
	  .reg = a32_rm (word),
	  .extension = { .shift = (unsigned char) arm_field (word, 7, 5) } };
  if (!constant && arm_field (word, 4, 3)) /* No lsl by a constant.  */
    return (struct audit_value){ 0 };
  return arm_sum (scanner, a32_rn (word), &second, pc_at (place));
}

/* The constant that the load or store WORD adds to rN.  */

static uint64_t
constant_offset (uint32_t word)
{
  uint64_t offset = a32_offset (word);
  return word & A32_UP ? offset : -offset;
}

/* Where the load WORD with a register as offset reads: what rM adds to *OFFSET,
   and the rest.  */

static struct audit_value
find_indexed (struct arm_scanner *scanner, uint32_t word, uint64_t place,
	      uint64_t *offset)
{
  struct audit_value base = arm_operand (scanner, a32_rn (word), pc_at (place));
  struct audit_value index
      = arm_operand (scanner, a32_rm (word), pc_at (place));
  /* ldr r1, [pc, r1] with the distance in r1.  */
  if (index.kind == AUDIT_VALUE_ADDRESS && !arm_field (word, 4, 8))
    {
      *offset = index.address;
      base.got |= index.got;
      return base;
    }
  if (a32_rn (word) == ARM_PC)
    return audit_indexed (base);
  return audit_slot (&scanner->values, a32_rn (word), a32_rm (word));
}

/* What the load WORD (ldr, ldrb) gets.  */

static struct audit_value
find_loaded (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_value base;
  uint64_t offset = 0;
  if (word & A32_REGISTER_OFFSET)
    base = find_indexed (scanner, word, place, &offset);
  else
    {
      base = arm_operand (scanner, a32_rn (word), pc_at (place));
      offset = constant_offset (word);
    }
  if (!(word & A32_BEFORE))
    offset = 0;
  return audit_value_at (&scanner->values, base, offset,
			 word & A32_BYTE ? 1 : 4, false);
}

/* ldr and str at the stack pointer or the frame pointer.  */

static void
follow_stack (struct arm_scanner *scanner, uint32_t word)
{
  unsigned base = a32_rn (word);
  if ((base != ARM_STACK && base != ARM_A32_FRAME)
      || (word
	  & (A32_BEFORE | A32_WRITES_BACK | A32_BYTE | A32_REGISTER_OFFSET))
	     != A32_BEFORE)
    return;
  (word & A32_LOADS ? audit_reload : audit_spill) (
      &scanner->values, base, (int64_t) constant_offset (word), a32_rd (word));
}

static void
follow_memory (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  if ((word & A32_LOADS) && a32_rn (word) == ARM_PC
      && !(word & A32_REGISTER_OFFSET) && !(word & A32_BYTE))
    arm_load_literal (scanner, a32_rd (word),
		      pc_at (place) + constant_offset (word));
  else if (word & A32_LOADS)
    arm_set_value (scanner, a32_rd (word), find_loaded (scanner, word, place));
  if (!(word & A32_BEFORE) || (word & A32_WRITES_BACK))
    audit_set_unknown (&scanner->values, a32_rn (word));
  follow_stack (scanner, word);
}

static void
follow_multiple (struct arm_scanner *scanner, uint32_t word)
{
  if (word & A32_LOADS)
    arm_forget_list (scanner, arm_field (word, 0, ARM_PC));
  if (word & A32_WRITES_BACK)
    audit_set_unknown (&scanner->values, a32_rn (word));
}

/* What WORD, OPERATION, does to registers other than pc.  */

static void
follow_operation (struct arm_scanner *scanner, enum a32_operation operation,
		  uint32_t word, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  switch (operation)
    {
    case A32_MOVE_HALF:
      arm_move_half (scanner, a32_rd (word), a32_half (word), word & A32_TOP,
		     place);
      break;
    case A32_LOAD_PAIR:
      audit_set_unknown (values, a32_rd (word) + 1);
      /* Fall through.  */
    case A32_EXTRA:
      audit_set_unknown (values, a32_rd (word));
      audit_set_unknown (values, a32_rn (word));
      break;
    case A32_ADD:
      arm_set_value (scanner, a32_rd (word), find_sum (scanner, word, place));
      audit_note_formed (values, place, a32_rd (word));
      break;
    case A32_MOVE:
      audit_copy_value (values, a32_rd (word), a32_rm (word));
      break;
    case A32_OPERATION:
      audit_set_unknown (values, a32_rd (word));
      break;
    case A32_MEMORY:
      follow_memory (scanner, word, place);
      break;
    case A32_MULTIPLE:
      follow_multiple (scanner, word);
      break;
    default:
      break;
    }
}

/* --- Sites --------------------------------------------------------------- */

/* An instruction that writes pc.  */

static void
write_pc (struct arm_scanner *scanner, enum a32_operation operation,
	  uint32_t word, uint64_t place)
{
  enum audit_site_kind kind
      = scanner->returns_to == place + 4 ? AUDIT_CALL : AUDIT_JUMP;
  struct audit_value value = { 0 };
  switch (operation)
    {
    case A32_POP_PC:
    case A32_RETURN:
      return;
    case A32_MOVE_PC:
      if (a32_rm (word) != ARM_LINK)
	arm_add_site (scanner, kind, place, a32_rm (word));
      return;
    case A32_ADD_PC_TABLE:
      /* add pc, pc, rN, lsl #2: branches follow, one for each case.  From
	 here, so no function's address.  */
      arm_add_table_jump (scanner, place);
      return;
    case A32_LOAD_PC:
      value = find_loaded (scanner, word, place);
      /* A constant in the code.  */
      if (value.kind == AUDIT_VALUE_LOADED && a32_rn (word) == ARM_PC)
	value.kind = AUDIT_VALUE_ADDRESS;
      break;
    case A32_ADD_PC:
      value = find_sum (scanner, word, place);
      break;
    default:
      break;
    }
  arm_add_value_site (scanner, kind, place, &value);
}

static void
scan_register_branch (struct arm_scanner *scanner, uint32_t word,
		      uint64_t place, bool always)
{
  bool links = word & A32_LINKS;
  if (links || a32_rm (word) != ARM_LINK)
    arm_branch_to_register (scanner, place, place + 4, a32_rm (word), links,
			    always);
  else
    arm_direct_branch (scanner, false, always);
}

static void
scan_word (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  enum a32_operation operation = a32_classify (word);
  bool always = a32_condition (word) == A32_CONDITION_ALWAYS;
  switch (operation)
    {
    case A32_BRANCH_EXCHANGE:
      arm_direct_branch (scanner, true, true);
      break;
    case A32_BRANCH_REGISTER:
      scan_register_branch (scanner, word, place, always);
      break;
    case A32_BRANCH:
      arm_direct_branch (scanner, word & A32_DIRECT_LINKS, always);
      break;
    case A32_POP_PC:
    case A32_LOAD_PC:
    case A32_MOVE_PC:
    case A32_ADD_PC_TABLE:
    case A32_ADD_PC:
    case A32_RETURN:
    case A32_WRITE_PC:
      write_pc (scanner, operation, word, place);
      arm_direct_branch (scanner, scanner->returns_to == place + 4, always);
      break;
    default:
      follow_operation (scanner, operation, word, place);
      break;
    }
  scanner->returns_to = word == A32_MOV_LR_PC ? place + 8 : 0;
}

static void
collect_targets (struct arm_scanner *scanner)
{
  const struct audit_range *range = scanner->range;
  for (uint64_t at = range->start; at + 4 <= range->end; at += 4)
    {
      uint32_t word
	  = arm_word (scanner->file, range->bytes + (at - range->start));
      if (a32_classify (word) == A32_BRANCH && !(word & A32_DIRECT_LINKS))
	audit_note_branch (scanner->file, &scanner->targets, at,
			   pc_at (at) + (uint64_t) a32_branch_offset (word));
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
      if (scanner->returns_to && audit_check_ends_p (&scanner->pending, at))
	scanner->pending.end += 4;
      arm_settle_check (scanner, at + 4);
      if (arm_a32_trap_p (word)
	  && !arm_read_a32_check (scanner, at, word, &scanner->pending))
	AUDIT_APPEND (scanner->file, strays, at);
    }
}
