/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thumb code of arm; its checks are in thumb-check.c.  */

#include "code.h"
#include "thumb-instruction.h"
#include "../spills.h"
#include "../bypass.h"

/* The program counter as the instruction at PLACE reads it.  */

static uint64_t
pc_at (uint64_t place)
{
  return place + 4;
}

/* The same for the address of data: a word's.  */

static uint64_t
data_pc_at (uint64_t place)
{
  return pc_at (place) & -UINT64_C (4);
}

/* --- Values -------------------------------------------------------------- */

/* add rD, rM.  */

static void
follow_add_any (struct arm_scanner *scanner, unsigned half, uint64_t place)
{
  unsigned to = thumb_any_to (half);
  struct arm_addend second = { .reg = thumb_any_from (half) };
  arm_set_value (scanner, to, arm_sum (scanner, to, &second, pc_at (place)));
  audit_note_formed (&scanner->values, place, to);
}

/* ldr rD, [rN, #n] and ldr rD, [rN, rM].  */

static void
follow_load_offset (struct arm_scanner *scanner, unsigned half)
{
  struct audit_values *values = &scanner->values;
  arm_set_value (scanner, thumb_low (half),
		 audit_value_at (values, values->registers[thumb_middle (half)],
				 arm_field (half, 6, 5) * 4, 4, false));
}

/* ldr and str, 16 bits: of register REG at the stack pointer or the frame
   pointer, BASE.  */

static void
follow_stack (struct arm_scanner *scanner, bool load, unsigned base,
	      int64_t offset, unsigned reg)
{
  if (base == ARM_STACK || base == ARM_THUMB_FRAME)
    (load ? audit_reload : audit_spill) (&scanner->values, base, offset, reg);
}

static void
follow_load_index (struct arm_scanner *scanner, unsigned half)
{
  struct audit_values *values = &scanner->values;
  struct audit_value base
      = audit_slot (values, thumb_middle (half), thumb_high (half));
  arm_set_value (scanner, thumb_low (half),
		 audit_value_at (values, base, 0, 4, false));
}

/* The pieces of Thumb's 16-bit code that form addresses; of all others that
   change a register it is unknown then.  */

static void
follow_half (struct arm_scanner *scanner, enum thumb_operation operation,
	     unsigned half, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  uint64_t address = data_pc_at (place) + thumb_byte (half) * 4;
  switch (operation)
    {
    case THUMB_LOAD_LITERAL:
      arm_load_literal (scanner, thumb_eight (half), address);
      break;
    case THUMB_ADR:
      audit_set_address (values, thumb_eight (half), address, false);
      break;
    case THUMB_ADD_ANY:
      follow_add_any (scanner, half, place);
      break;
    case THUMB_MOVE_ANY:
      audit_copy_value (values, thumb_any_to (half), thumb_any_from (half));
      break;
    case THUMB_ADD:
      audit_add_values (values, thumb_low (half), thumb_middle (half),
			thumb_high (half), (struct audit_extension){ 0 });
      break;
    case THUMB_LOAD_OFFSET:
      follow_load_offset (scanner, half);
      follow_stack (scanner, true, thumb_middle (half),
		    arm_field (half, 6, 5) * 4, thumb_low (half));
      break;
    case THUMB_STORE_OFFSET:
      follow_stack (scanner, false, thumb_middle (half),
		    arm_field (half, 6, 5) * 4, thumb_low (half));
      break;
    case THUMB_LOAD_STACK:
      audit_set_unknown (values, thumb_eight (half));
      follow_stack (scanner, true, ARM_STACK, thumb_byte (half) * 4,
		    thumb_eight (half));
      break;
    case THUMB_STORE_STACK:
      follow_stack (scanner, false, ARM_STACK, thumb_byte (half) * 4,
		    thumb_eight (half));
      break;
    case THUMB_LOAD_INDEX:
      follow_load_index (scanner, half);
      break;
    case THUMB_MULTIPLE:
      audit_set_unknown (values, thumb_eight (half));
      arm_forget_list (scanner, thumb_byte (half));
      break;
    case THUMB_POP:
    case THUMB_POP_PC:
      arm_forget_list (scanner, thumb_byte (half));
      break;
    case THUMB_IMMEDIATE:
      audit_set_unknown (values, thumb_eight (half));
      break;
    case THUMB_OTHER:
      audit_set_unknown (values, thumb_low (half));
      break;
    default:
      break;
    }
}

/* What the offset of 12 bits of WORD adds; UP: not subtracted.  */

static uint64_t
long_offset (uint32_t word, bool up)
{
  uint64_t offset = arm_field (word, 0, 12);
  return up ? offset : -offset;
}

/* ldr.w in its forms: what is loaded.  */

static struct audit_value
load_wide (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  unsigned from = thumb_rn (word);
  struct audit_value base = arm_operand (scanner, from, data_pc_at (place));
  uint64_t offset = 0;
  if (from == ARM_PC || (word & THUMB_UP))
    offset = long_offset (word, word & THUMB_UP);
  else if (!arm_field (word, 6, 6))
    base = audit_slot (values, from, thumb_rm (word));
  else
    {
      uint64_t distance = arm_field (word, 0, 8);
      if (word & THUMB_BEFORE)
	offset = word & THUMB_UP_SHORT ? distance : -distance;
      if (word & THUMB_WRITES_BACK)
	audit_set_unknown (values, from);
    }
  return audit_value_at (values, base, offset, 4, false);
}

static void
follow_wide (struct arm_scanner *scanner, enum thumb_operation operation,
	     uint32_t word, uint64_t place)
{
  struct audit_values *values = &scanner->values;
  switch (operation)
    {
    case THUMB_SET_THUMB: /* Computed gotos: what is added is no part of an address. */
      audit_copy_value (&scanner->values, thumb_rd (word), thumb_rn (word));
      break;
    case THUMB_MOVE_HALF:
      arm_move_half (scanner, thumb_rd (word), thumb_half (word),
		     word & THUMB_TOP, place);
      break;
    case THUMB_LOAD_LITERAL:
      arm_load_literal (scanner, thumb_rt (word),
			data_pc_at (place)
			    + long_offset (word, word & THUMB_UP));
      break;
    case THUMB_LOAD:
      arm_set_value (scanner, thumb_rt (word),
		     load_wide (scanner, word, place));
      if (word & THUMB_UP)
	follow_stack (scanner, true, thumb_rn (word), arm_field (word, 0, 12),
		      thumb_rt (word));
      break;
    case THUMB_STORE:
      follow_stack (scanner, false, thumb_rn (word), arm_field (word, 0, 12),
		    thumb_rt (word));
      break;
    case THUMB_MULTIPLE:
      if (word & THUMB_LOADS)
	arm_forget_list (scanner, arm_field (word, 0, ARM_PC));
      if (word & THUMB_BASE_CHANGES)
	audit_set_unknown (values, thumb_rn (word));
      break;
    case THUMB_TWO:
      audit_set_unknown (values, thumb_rt (word));
      audit_set_unknown (values, thumb_rn (word));
      break;
    default:
      /* Operations have their result in one place, loads in the other.  */
      audit_set_unknown (values, thumb_rt (word));
      audit_set_unknown (values, thumb_rd (word));
      break;
    }
}

/* --- Sites --------------------------------------------------------------- */

static void
jump_by_table (struct arm_scanner *scanner, uint64_t place)
{
  arm_add_table_jump (scanner, place);
  arm_direct_branch (scanner, false, true);
}

/* True if `bx REG' at PLACE returns.  ARMv4T cannot pop into pc and change to
   A32 by that: thumb_exit in GCC's arm.cc.  */

static bool
returns_p (const struct arm_scanner *scanner, unsigned reg, uint64_t place)
{
  return reg == ARM_LINK
	 || (scanner->popped && scanner->popped == reg
	     && !audit_check_ends_p (&scanner->pending, place));
}

/* The register that has the return address after HALF: the last one popped,
   also if the caller's arguments are dropped from the stack then.  */

static unsigned
popped_by (enum thumb_operation operation, unsigned half, unsigned popped)
{
  if (operation == THUMB_POP && thumb_byte (half))
    return 31 - (unsigned) __builtin_clz (thumb_byte (half));
  return operation == THUMB_DROP ? popped : 0;
}

/* bx, blx of a register.  */

static void
scan_register_branch (struct arm_scanner *scanner, unsigned half,
		      uint64_t place)
{
  bool links = arm_field (half, 7, 1);
  unsigned reg = thumb_any_from (half);
  if (links || !returns_p (scanner, reg, place))
    arm_branch_to_register (scanner, place, place + 2, reg, links, true);
  else
    arm_direct_branch (scanner, false, true);
}

static void
scan_half (struct arm_scanner *scanner, enum thumb_operation operation,
	   unsigned half, uint64_t place)
{
  switch (operation)
    {
    case THUMB_BRANCH_REGISTER:
      scan_register_branch (scanner, half, place);
      break;
    case THUMB_MOVE_PC:
      if (thumb_any_from (half) != ARM_LINK)
	arm_add_site (scanner, AUDIT_JUMP, place, thumb_any_from (half));
      arm_direct_branch (scanner, false, true);
      break;
    case THUMB_ADD_PC:
      /* From here, so no function's address: a table of distances.  */
      jump_by_table (scanner, place);
      break;
    case THUMB_BRANCH:
      arm_direct_branch (scanner, false, true);
      break;
    default:
      follow_half (scanner, operation, half, place);
      break;
    }
}

/* ldr.w pc, ...  */

static void
scan_load_pc (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  struct audit_value value = load_wide (scanner, word, place);
  /* ldr pc, [sp], #4 is a return.  */
  if (thumb_rn (word) == ARM_STACK && arm_field (word, 8, 4) == 0xb)
    return;
  if (value.kind == AUDIT_VALUE_LOADED && thumb_rn (word) == ARM_PC)
    value.kind = AUDIT_VALUE_ADDRESS;
  arm_add_value_site (scanner, AUDIT_JUMP, place, &value);
  arm_direct_branch (scanner, false, true);
}

/* bl at PLACE, which may lead to a stub.  */

static void
scan_link (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  uint64_t destination
      = pc_at (place) + (uint64_t) thumb_wide_branch_offset (THUMB_LINK, word);
  unsigned char target;
  if (arm_branch_to_stub_p (scanner, place, destination, &target))
    arm_add_site (scanner, AUDIT_CALL, place, target);
  arm_direct_branch (scanner, true, false);
}

static void
scan_wide (struct arm_scanner *scanner, uint32_t word, uint64_t place)
{
  enum thumb_operation operation = thumb_classify_wide (word);
  switch (operation)
    {
    case THUMB_BRANCH_TABLE: /* Only forward from here.  */
      jump_by_table (scanner, place);
      break;
    case THUMB_LOAD_PC:
      scan_load_pc (scanner, word, place);
      break;
    case THUMB_BRANCH_CONDITION:
      break;
    case THUMB_BRANCH:
      arm_direct_branch (scanner, false, true);
      break;
    case THUMB_LINK:
      scan_link (scanner, word, place);
      break;
    case THUMB_LINK_EXCHANGE:
      arm_direct_branch (scanner, true, false);
      break;
    default:
      follow_wide (scanner, operation, word, place);
      break;
    }
}

/* Note where the direct branch HALF at PLACE, or WORD if WIDE, leads.  */

static void
collect_target (struct arm_scanner *scanner, unsigned half, uint32_t word,
		bool wide, uint64_t place)
{
  enum thumb_operation operation
      = wide ? thumb_classify_wide (word) : thumb_classify (half);
  if (operation != THUMB_BRANCH && operation != THUMB_BRANCH_CONDITION
      && operation != THUMB_BRANCH_ZERO)
    return;
  int64_t offset = wide ? thumb_wide_branch_offset (operation, word)
			: thumb_branch_offset (operation, half);
  audit_note_branch (scanner->file, &scanner->targets, place,
		     pc_at (place) + (uint64_t) offset);
}

static void
collect_targets (struct arm_scanner *scanner)
{
  const struct audit_range *range = scanner->range;
  for (uint64_t at = range->start; at + 2 <= range->end; at += 2)
    {
      const unsigned char *bytes = range->bytes + (at - range->start);
      unsigned half = arm_half (scanner->file, bytes);
      bool wide = thumb_wide_p (half) && at + 4 <= range->end;
      uint32_t word
	  = wide ? half << 16 | arm_half (scanner->file, bytes + 2) : 0;
      collect_target (scanner, half, word, wide, at);
      at += wide ? 2 : 0;
    }
}

/* A trap of HALF at PLACE: udf or bkpt #0x80 to #0x8f of Thumb-2, bkpt #0 of
   Thumb-1.
   Other code may have these as well: none is a stray.  */

static void
look_at_trap (struct arm_scanner *scanner, enum thumb_operation operation,
	      unsigned half, uint64_t place)
{
  bool found = false;
  if (operation == THUMB_TRAP)
    found = arm_read_wide_check (scanner, place, half, &scanner->pending);
  else if (operation == THUMB_TRAP_NARROW)
    found = arm_read_narrow_check (scanner, place, &scanner->pending);
  else if (scanner->pending.end > place)
    return; /* The nop behind a trap.  */
  if (!found)
    scanner->pending = (struct audit_check){ 0 };
}

/* Scan the instruction of 16 or 32 bits at AT, the halves HALF and SECOND.  */

static void
scan_instruction (struct arm_scanner *scanner, unsigned half, unsigned second,
		  bool wide, uint64_t at)
{
  enum thumb_operation operation = wide ? THUMB_OTHER : thumb_classify (half);
  if (audit_target_p (&scanner->targets, at))
    audit_values_new_block (&scanner->values);
  if (wide)
    scan_wide (scanner, half << 16 | second, at);
  else
    scan_half (scanner, operation, half, at);
  arm_settle_check (scanner, at + (wide ? 4 : 2));
  scanner->returns_to = half == THUMB_MOV_LR_PC ? at + 4 : 0;
  scanner->popped = wide ? 0 : popped_by (operation, half, scanner->popped);
  if (!wide)
    look_at_trap (scanner, operation, half, at);
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
      bool wide = thumb_wide_p (half) && at + 4 <= range->end;
      next = at + (wide ? 4 : 2);
      if (audit_target_p (&scanner->literals, at & -UINT64_C (4)))
	next = (at & -UINT64_C (4)) + 4;
      else
	scan_instruction (scanner, half,
			  wide ? arm_half (scanner->file, bytes + 2) : 0, wide,
			  at);
    }
}
