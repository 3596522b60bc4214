/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of functions over branches, and what becomes of them.  */

#include "flow.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/array.h"

enum
{
  /* Labels of a function with more are not followed.  */
  MAX_JOINS = 1 << 15
};

/* Bits of registers, by the System V ABI, 3.2.3.  */
enum
{
  RETURNED = 1 << 0 | 1 << 2, /* rax and rdx.  */
  /* rdi, rsi, rdx, rcx, r8 and r9.  */
  PASSED = 1 << 7 | 1 << 6 | 1 << 2 | 1 << 1 | 1 << 8 | 1 << 9
};

void
x86_flow_start (struct x86_flow *flow, const struct audit_range *range)
{
  size_t size = (size_t) (range->end - range->start);
  if (size > flow->numbers_capacity)
    {
      free (flow->numbers);
      flow->numbers = kcfi_allocate (size * sizeof *flow->numbers);
      flow->numbers_capacity = size;
    }
  memset (flow->numbers, 0, size * sizeof *flow->numbers);
  flow->start = range->start;
  flow->end = range->end;
  flow->joins_count = 0;
  x86_flow_rescan (flow);
  flow->first = true;
}

void
x86_flow_rescan (struct x86_flow *flow)
{
  flow->first = flow->changed = false;
  flow->reachable = true;
  flow->called_count = flow->used_count = 0;
  flow->merged_count = 0;
}

void
x86_flow_free (struct x86_flow *flow)
{
  free (flow->numbers);
  free (flow->joins);
  free (flow->called);
  free (flow->used);
}

/* The join at PLACE; a new one if there is none yet, NULL if that is not
   possible.  */

static struct x86_join *
join_at (struct x86_flow *flow, uint64_t place)
{
  if (place < flow->start || place >= flow->end)
    return NULL;
  uint32_t *number = &flow->numbers[place - flow->start];
  if (!*number && flow->joins_count < MAX_JOINS)
    {
      AUDIT_APPEND (flow, joins, (struct x86_join){ 0 });
      *number = (uint32_t) flow->joins_count;
    }
  return *number ? &flow->joins[*number - 1] : NULL;
}

/* Register NUMBER as the address of a function, if that is known here.  */

static struct audit_value
known_address (const struct audit_values *values, unsigned number)
{
  struct audit_value value = values->registers[number];
  if (value.kind != AUDIT_VALUE_ADDRESS || value.got || !value.origin
      || value.block != values->block)
    return (struct audit_value){ 0 };
  return value;
}

/* The addresses formed at FIRST and SECOND come together.  Of more pairs than there
   is room for, nothing is said in the end.  */

static void
note_merged (struct x86_flow *flow, uint64_t first, uint64_t second)
{
  for (unsigned i = 0; i < flow->merged_count && i < X86_MERGED; i++)
    if (flow->merged[i][0] == first && flow->merged[i][1] == second)
      return;
  if (flow->merged_count < X86_MERGED)
    {
      flow->merged[flow->merged_count][0] = first;
      flow->merged[flow->merged_count][1] = second;
    }
  if (flow->merged_count <= X86_MERGED)
    flow->merged_count++;
}

/* VALUES come to JOIN.  */

static void
merge_values (struct x86_flow *flow, struct x86_join *join,
	      const struct audit_values *values)
{
  for (unsigned i = 0; i < X86_REGISTERS; i++)
    {
      struct audit_value value = known_address (values, i);
      struct audit_value *known = &join->values[i];
      if (!(join->seen >> i & 1))
	{
	  *known = value;
	  join->seen |= (uint16_t) (1u << i);
	  flow->changed = true;
	}
      else if (known->kind != AUDIT_VALUE_UNKNOWN
	       && (value.kind != known->kind
		   || value.address != known->address))
	{
	  *known = (struct audit_value){ 0 };
	  flow->changed = true;
	}
      else if (known->kind != AUDIT_VALUE_UNKNOWN
	       && value.origin != known->origin)
	note_merged (flow, known->origin, value.origin);
    }
}

void
x86_flow_branch (struct x86_flow *flow, const struct audit_values *values,
		 uint64_t target)
{
  struct x86_join *join = flow->reachable ? join_at (flow, target) : NULL;
  if (join)
    merge_values (flow, join, values);
}

void
x86_flow_label (struct x86_flow *flow, struct audit_values *values,
		uint64_t place)
{
  struct x86_join *join = join_at (flow, place);
  if (join && flow->reachable)
    merge_values (flow, join, values);
  audit_values_new_block (values);
  /* Only what leads back here was seen to lead here: wait for that.  Later it is
     something that is not seen at all.  */
  if (join && !join->seen && flow->first)
    return;
  if (join && !join->seen)
    merge_values (flow, join, values);
  for (unsigned i = 0; join && i < X86_REGISTERS; i++)
    if (join->values[i].kind != AUDIT_VALUE_UNKNOWN)
      {
	values->registers[i] = join->values[i];
	values->registers[i].block = values->block;
      }
  flow->reachable = true;
}

void
x86_flow_instruction (struct x86_flow *flow)
{
  /* Something that is not seen leads here: a case of a switch.  */
  if (!flow->first)
    flow->reachable = true;
}

/* The general registers whose values INSTRUCTION reads: bit N for number N.  */

static unsigned
read_registers (const struct x86_flow *flow,
		const struct x86_instruction *instruction)
{
  unsigned read = 0;
  const unsigned char registers[]
      = { instruction->from, instruction->base, instruction->index };
  for (unsigned i = 0; i < sizeof registers; i++)
    if (registers[i] != AUDIT_NO_REGISTER)
      read |= 1u << registers[i];
  switch (instruction->id)
    {
    case X86_INS_CALL:
      return read | PASSED;
    case X86_INS_JMP:
      /* A tail call passes arguments as well.  */
      return instruction->relative_branch
		     && instruction->immediate - flow->start
			    < flow->end - flow->start
		 ? 0
		 : read | PASSED;
    case X86_INS_RET:
      return RETURNED;
    case X86_INS_MOV:
    case X86_INS_MOVABS:
    case X86_INS_MOVSXD:
    case X86_INS_LEA:
      return read;
    case X86_INS_POP: /* Its only operand is its last one, too.  */
      return 0;
    default:
      return instruction->to != AUDIT_NO_REGISTER ? read | 1u << instruction->to
						  : read;
    }
}

void
x86_flow_uses (struct x86_flow *flow, const struct audit_values *values,
	       const struct x86_instruction *instruction, bool excused)
{
  unsigned read = read_registers (flow, instruction);
  unsigned target = instruction->to;
  if (excused && target != AUDIT_NO_REGISTER)
    {
      AUDIT_APPEND (flow, called, values->registers[target].origin);
      /* Unless it is passed to itself, this is no other use.  */
      if (!(PASSED >> target & 1))
	read &= ~(1u << target);
    }
  for (unsigned i = 0; i < X86_REGISTERS; i++)
    if ((read >> i & 1) && values->registers[i].origin)
      AUDIT_APPEND (flow, used, values->registers[i].origin);
}

static bool
listed_p (const uint64_t *list, size_t count, uint64_t place)
{
  for (size_t i = 0; i < count; i++)
    if (list[i] == place)
      return true;
  return false;
}

/* What becomes of one of a pair becomes of both.  */

static void
spread_over_pairs (struct x86_flow *flow)
{
  bool changed = true;
  while (changed)
    {
      changed = false;
      for (unsigned i = 0; i < flow->merged_count; i++)
	for (unsigned side = 0; side < 2; side++)
	  {
	    uint64_t one = flow->merged[i][side];
	    uint64_t other = flow->merged[i][1 - side];
	    if (listed_p (flow->called, flow->called_count, one)
		&& !listed_p (flow->called, flow->called_count, other))
	      {
		AUDIT_APPEND (flow, called, other);
		changed = true;
	      }
	    if (listed_p (flow->used, flow->used_count, one)
		&& !listed_p (flow->used, flow->used_count, other))
	      {
		AUDIT_APPEND (flow, used, other);
		changed = true;
	      }
	  }
    }
}

static int
by_place (const void *a, const void *b)
{
  return audit_compare (*(const uint64_t *) a, *(const uint64_t *) b);
}

void
x86_flow_finish (struct x86_flow *flow, struct audit_file *file)
{
  if (flow->merged_count > X86_MERGED)
    return;
  spread_over_pairs (flow);
  if (flow->used_count)
    qsort (flow->used, flow->used_count, sizeof *flow->used, by_place);
  for (size_t i = 0; i < flow->called_count; i++)
    if (flow->called[i]
	&& !(flow->used_count
	     && bsearch (&flow->called[i], flow->used, flow->used_count,
			 sizeof *flow->used, by_place)))
      AUDIT_APPEND (file, called, flow->called[i]);
}
