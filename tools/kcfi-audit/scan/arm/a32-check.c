/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of A32:

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

#include "a32-instruction.h"
#include "code.h"

/* What the instructions are without rT, rN and the numbers.  */
enum
{
  BIC_1 = 0xe3c00001,
  LDR_BACK = 0xe5100000,
  EOR = 0xe2200000,
  EORS = 0xe2300000,
  BEQ_NEXT = 0x0a000000 /* Over one instruction.  */
};

static const struct arm_pattern pops[] = {
  { 0xffff0fff, 0xe49d0004, true }, /* ldr rT, [sp], #4  */
  { 0xffff0000, 0xe8bd0000, true }, /* ldm sp!, {...}  */
};

static const struct arm_pattern traps[] = {
  { 0xfffffff0, 0xe7f83ef0, true }, /* udf #0x83e0 to #0x83ef  */
  { 0xfffffff0, 0xe1283e70, true }, /* bkpt  */
};

bool
arm_a32_trap_p (uint32_t word)
{
  return arm_match (traps, sizeof traps / sizeof *traps, word);
}

/* The word N words before PLACE in the range, or 0.  */

static uint32_t
word_before (const struct arm_scanner *scanner, uint64_t place, unsigned n)
{
  const unsigned char *bytes = arm_bytes_before (scanner, place, 4 * n);
  return bytes ? arm_word (scanner->file, bytes) : 0;
}

bool
arm_read_a32_check (const struct arm_scanner *scanner, uint64_t place,
		    uint32_t word, struct audit_check *check)
{
  unsigned n = 1;
  if (word_before (scanner, place, n++) != BEQ_NEXT)
    return false;
  bool saved = arm_match (pops, sizeof pops / sizeof *pops,
			  word_before (scanner, place, n));
  n += saved;
  uint32_t id = 0;
  unsigned scratch = a32_rd (word_before (scanner, place, n));
  uint32_t operands = scratch << 16 | scratch << 12;
  for (unsigned i = 0; i < 4; i++)
    {
      uint32_t eor = word_before (scanner, place, n++);
      if ((eor & 0xfffff000) != ((i ? EOR : EORS) | operands))
	return false;
      id ^= a32_immediate (eor);
    }
  uint32_t load = word_before (scanner, place, n++);
  uint32_t clear = word_before (scanner, place, n);
  unsigned target = a32_rn (clear);
  if ((load & 0xfffff000) != (LDR_BACK | operands)
      || (clear & 0xfff0ffff) != (BIC_1 | scratch << 12)
      /* The hash would be called.  */
      || (target == scratch && !saved))
    return false;
  *check = (struct audit_check){
    .address = place - 4 * (n + saved),
    .trap = place,
    .end = place + 4,
    .id = id,
    .offset = a32_offset (load),
    .target = (unsigned char) target,
    .wrong_trap = arm_field (word, 0, 4) != target,
  };
  return true;
}
