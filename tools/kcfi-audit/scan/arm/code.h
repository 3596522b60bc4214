/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scanning arm: what A32 (a32.c) and Thumb (thumb.c) share.  */

#ifndef AUDIT_ARM_CODE_H
#define AUDIT_ARM_CODE_H

#include "../branch-targets.h"
#include "../register-values.h"
#include "../scan.h"
#include "pattern.h"

enum
{
  ARM_THUMB_FRAME = 7,
  ARM_A32_FRAME = 11,
  ARM_STACK = 13,
  ARM_LINK = 14,
  ARM_PC = 15
};

struct arm_scanner
{
  struct audit_file *file;
  struct audit_values values;
  struct audit_branch_targets targets;
  struct audit_branch_targets literals; /* Words that code loads.  */
  const struct audit_range *range;
  struct audit_check pending;
  /* Where `mov lr, pc', if that was the last instruction, lets the call that
     follows return; else 0.  */
  uint64_t returns_to;
  /* Thumb: the register into which the stack's return address was popped just
     now (`pop {r1}; bx r1' returns), or 0.  */
  unsigned popped;
  uint64_t *stubs; /* The stubs that calls go through; see stubs.c.  */
  size_t stubs_count, stubs_capacity;
};

/* The instruction of A32, or the half of Thumb, at BYTES in FILE's byte order
   of instructions.  */
uint32_t arm_word (const struct audit_file *file, const unsigned char *bytes);
unsigned arm_half (const struct audit_file *file, const unsigned char *bytes);

/* The bytes SIZE bytes before PLACE in the range; NULL if it starts later.  */
const unsigned char *arm_bytes_before (const struct arm_scanner *scanner,
				       uint64_t place, unsigned size);

/* Scan SCANNER's range.  */
void arm_scan_a32 (struct arm_scanner *scanner);
void arm_scan_thumb (struct arm_scanner *scanner);

/* True if WORD is a trap that ends checks of A32.  */
bool arm_a32_trap_p (uint32_t word);

/* True if the trap at PLACE, WORD or HALF, ends a check of A32, of Thumb-2 or
   of Thumb-1; fill *CHECK then.  */
bool arm_read_a32_check (const struct arm_scanner *scanner, uint64_t place,
			 uint32_t word, struct audit_check *check);
bool arm_read_wide_check (const struct arm_scanner *scanner, uint64_t place,
			  unsigned half, struct audit_check *check);
bool arm_read_narrow_check (const struct arm_scanner *scanner, uint64_t place,
			    struct audit_check *check);

/* True if the bl at PLACE, which would lead to DESTINATION if it has no
   relocation, calls what register *TARGET has.  */
bool arm_branch_to_stub_p (struct arm_scanner *scanner, uint64_t place,
			   uint64_t destination, unsigned char *target);

/* At the end of the file: what was found in stubs needs no check of its own. */
void arm_excuse_stubs (struct arm_scanner *scanner);

/* The constant of four bytes at ADDRESS that code loads into register TO; it is
   no code.  */
void arm_load_literal (struct arm_scanner *scanner, unsigned to,
		       uint64_t address);

/* Register TO gets VALUE, made of what others had.  */
void arm_set_value (struct arm_scanner *scanner, unsigned to,
		    struct audit_value value);

/* Nothing is known of the registers whose bits are set in LIST.  */
void arm_forget_list (struct arm_scanner *scanner, unsigned list);

/* What a branch does to registers: a call, if it LINKS, or a jump, which if
   ALWAYS has no condition.  */
void arm_direct_branch (struct arm_scanner *scanner, bool links, bool always);

/* A call or jump of register TARGET at PLACE.  */
void arm_add_site (struct arm_scanner *scanner, enum audit_site_kind kind,
		   uint64_t place, unsigned target);

/* One whose address comes out as VALUE at once.  */
void arm_add_value_site (struct arm_scanner *scanner, enum audit_site_kind kind,
			 uint64_t place, const struct audit_value *value);

/* A jump at PLACE by a table in the code, which leads into the function.  */
void arm_add_table_jump (struct arm_scanner *scanner, uint64_t place);

/* The value of the program counter as the instruction at PLACE reads it.  */
struct audit_value arm_pc_value (const struct arm_scanner *scanner,
				 uint64_t pc);

/* Register REG as it is read where the program counter is PC.  */
struct audit_value arm_operand (const struct arm_scanner *scanner, unsigned reg,
				uint64_t pc);

/* What is added to a register: a constant, or another register.  */
struct arm_addend
{
  bool constant;
  uint64_t value; /* Of the constant.  */
  unsigned reg;
  struct audit_extension extension; /* Of the register.  */
};

/* FIRST and SECOND added up, the program counter being PC.  */
struct audit_value arm_sum (struct arm_scanner *scanner, unsigned first,
			    const struct arm_addend *second, uint64_t pc);

/* movw and, if TOP, movt of HALF into register TO at PLACE.  */
void arm_move_half (struct arm_scanner *scanner, unsigned to, uint64_t half,
		    bool top, uint64_t place);

/* bx or, if it LINKS, blx of register TARGET at PLACE, in front of NEXT.
   ALWAYS: without a condition.  */
void arm_branch_to_register (struct arm_scanner *scanner, uint64_t place,
			     uint64_t next, unsigned target, bool links,
			     bool always);

/* The code before PLACE is scanned: list the pending check unless it ends
   there, where its call may follow.  */
void arm_settle_check (struct arm_scanner *scanner, uint64_t place);

#endif
