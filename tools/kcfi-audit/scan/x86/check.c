/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the checks of x86_64; machine.c shows them.  */

#include "check.h"

enum
{
  /* The id is four bytes, behind it at most as many nops as
     -fpatchable-function-entry takes.  */
  NEAREST = -4,
  FARTHEST = NEAREST - 65535
};

/* True if INSTRUCTION can be the comparison of a check: of four bytes in front
   of what a register points to.  */

static bool
looks_in_front_p (const struct x86_instruction *instruction)
{
  return instruction->base != AUDIT_NO_REGISTER && !instruction->segment
	 && instruction->index == AUDIT_NO_REGISTER && instruction->width == 4
	 && instruction->displacement <= NEAREST
	 && instruction->displacement >= FARTHEST;
}

/* Where the trap of a check is that ends with JUMP and LAST, in *TRAP; false if
   they are no such end: je over an ud2, or jne into the immediate of a test.  */
static bool
find_trap (const struct x86_instruction *jump,
	   const struct x86_instruction *last, uint64_t *trap)
{
  if (!jump || jump->end != last->address)
    return false;
  if (last->id == X86_INS_UD2)
    {
      *trap = last->address;
      return jump->id == X86_INS_JE && jump->immediate == last->end;
    }
  *trap = last->address + 1;
  return jump->id == X86_INS_JNE && jump->immediate == *trap
	 && x86_trap_inside_p (last);
}

/* Of two bytes there is no other test with an immediate.  */
bool
x86_trap_inside_p (const struct x86_instruction *instruction)
{
  return instruction->id == X86_INS_TEST && instruction->has_immediate
	 && (instruction->immediate & 0xff) == 0xd6
	 && instruction->end - instruction->address == 2;
}

bool
x86_read_check (const struct x86_history *history,
		const struct x86_instruction *last, struct audit_check *check)
{
  uint64_t trap;
  const struct x86_instruction *jump = x86_previous (history, 1);
  const struct x86_instruction *pop = x86_previous (history, 2);
  unsigned popped = pop && pop->id == X86_INS_POP ? 1 : 0;
  const struct x86_instruction *compare = x86_previous (history, 2 + popped);
  const struct x86_instruction *load = x86_previous (history, 3 + popped);
  const struct x86_instruction *push = x86_previous (history, 5);
  if (!find_trap (jump, last, &trap) || !compare || !looks_in_front_p (compare))
    return false;
  *check = (struct audit_check){ .trap = trap,
				 .end = last->end,
				 .target = compare->base,
				 .offset = (uint32_t) -compare->displacement };
  if (!popped && compare->id == X86_INS_CMP && compare->writes_memory
      && compare->has_immediate)
    {
      check->address = compare->address;
      check->id = (uint32_t) compare->immediate;
      check->weak = true;
      return true;
    }
  /* In the register that is called the id would stand.  */
  if (compare->id != X86_INS_ADD || !compare->reads_memory || !load
      || load->id != X86_INS_MOV || !load->has_immediate
      || load->to != compare->to || load->end != compare->address
      || load->to == compare->base)
    return false;
  check->address = load->address;
  if (popped)
    {
      if (pop->to != load->to || !push || push->id != X86_INS_PUSH
	  || push->end != load->address)
	return false;
      check->address = push->address;
    }
  check->id = -(uint32_t) load->immediate;
  return true;
}

bool
x86_fineibt_form_p (const struct audit_check *check,
		    const struct x86_instruction *branch)
{
  enum
  {
    R11 = 11
  };
  return check->target == R11 && check->offset == 15
	 && check->end - check->address == 14 && check->end - check->trap == 2
	 && branch->cs_prefix && branch->end - branch->address == 6;
}
