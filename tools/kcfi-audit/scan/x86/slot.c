/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Virtual calls that have no check:

	movq	(%rdi), %rax		the object's first word: its virtual table
	addq	$16, %rax		(without optimization)
	movq	8(%rax), %rax		a slot
	call	*%rax			or call *8(%rax) in place of both

   In C a structure that starts with a pointer to a structure of functions gives the
   same code, so this is believed of functions of C++ only.  */

#include "slot.h"

static bool
slot_operand_p (const struct x86_instruction *instruction, unsigned size)
{
  return instruction->base != AUDIT_NO_REGISTER
	 && instruction->index == AUDIT_NO_REGISTER && !instruction->segment
	 && !instruction->based_on_rip && instruction->width == size
	 && instruction->displacement >= 0
	 && instruction->displacement % (int64_t) size == 0;
}

/* The last instruction before number *AT of HISTORY that writes TO, with no branch
   in between; *AT becomes its number.  NULL if there is none.  */

static const struct x86_instruction *
last_write (const struct x86_history *history, unsigned char to, size_t *at)
{
  const struct x86_instruction *found;
  while ((found = x86_previous (history, ++*at)))
    {
      if (found->relative_branch || found->id == X86_INS_CALL
	  || found->id == X86_INS_JMP || found->id == X86_INS_RET)
	return NULL;
      if (found->writes >> to & 1)
	return found;
    }
  return NULL;
}

/* The same, if it loads TO from memory.  */

static const struct x86_instruction *
last_load (const struct x86_history *history, unsigned char to, size_t *at,
	   unsigned size)
{
  const struct x86_instruction *found = last_write (history, to, at);
  /* Where the slot is not the first and nothing is optimized.  */
  if (found && found->id == X86_INS_ADD && found->to == to
      && found->has_immediate)
    found = last_write (history, to, at);
  return found && found->id == X86_INS_MOV && found->to == to
		 && found->reads_memory && slot_operand_p (found, size)
	     ? found
	     : NULL;
}

bool
x86_loads_slot_p (const struct x86_history *history,
		  const struct x86_instruction *instruction, unsigned size)
{
  size_t at = 0;
  const struct x86_instruction *slot = instruction;
  if (instruction->to != AUDIT_NO_REGISTER)
    slot = last_load (history, instruction->to, &at, size);
  if (!slot || !slot_operand_p (slot, size))
    return false;
  const struct x86_instruction *table
      = last_load (history, slot->base, &at, size);
  return table && table->displacement == 0;
}
