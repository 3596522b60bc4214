/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Virtual calls that have no check:

	ld	a5, 0(a0)		the object's first word: its virtual table
	addi	a5, a5, 16		(without optimization)
	ld	a5, 8(a5)		a slot
	jalr	a5

   In C a structure that starts with a pointer to a structure of functions gives the
   same code, so this is believed of functions of C++ only.  */

#include "slot.h"

#include <string.h>

void
riscv_forget_slots (struct riscv_slots *slots)
{
  memset (slots, 0, sizeof *slots);
}

static enum riscv_loaded
loaded_by (const struct riscv_slots *slots,
	   const struct riscv_instruction *instruction, unsigned size)
{
  unsigned char from = slots->loaded[instruction->from];
  switch (instruction->operation)
    {
    case RISCV_LOAD:
      if (instruction->size != size || instruction->value % size
	  || instruction->value < 0)
	return RISCV_NOT_LOADED;
      if (from == RISCV_FIRST_WORD)
	return RISCV_SLOT;
      return instruction->value ? RISCV_NOT_LOADED : RISCV_FIRST_WORD;
    case RISCV_ADDI:
      return from == RISCV_FIRST_WORD || !instruction->value ? from
							     : RISCV_NOT_LOADED;
    case RISCV_ADD:
      return instruction->from == 0 && !instruction->value
		 ? slots->loaded[instruction->other]
		 : RISCV_NOT_LOADED;
    default:
      return RISCV_NOT_LOADED;
    }
}

void
riscv_follow_slots (struct riscv_slots *slots,
		    const struct riscv_instruction *instruction, unsigned size)
{
  if (instruction->operation == RISCV_BRANCH
      || instruction->operation == RISCV_BEQ)
    riscv_forget_slots (slots);
  else if (instruction->to)
    slots->loaded[instruction->to]
	= (unsigned char) loaded_by (slots, instruction, size);
}
