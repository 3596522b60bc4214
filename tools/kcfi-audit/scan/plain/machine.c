/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scanner and the machines themselves ask about an instruction.  */

#include "machine.h"

enum plain_role
plain_role_at (const struct audit_file *file,
	       const struct plain_machine *machine, uint64_t place,
	       const struct audit_relocation **relocation)
{
  *relocation = file->elf.relocatable ? audit_relocation_at (
		    &file->elf, place + machine->relocation_offset)
				      : NULL;
  return *relocation ? machine->role ((*relocation)->type) : PLAIN_ROLE_NONE;
}

uint64_t
plain_destination (const struct audit_file *file,
		   const struct plain_machine *machine, uint64_t place,
		   const struct plain_instruction *instruction)
{
  const struct audit_relocation *relocation;
  bool known;
  plain_role_at (file, machine, place, &relocation);
  if (!relocation && instruction->in_region)
    return ((place + 4) & -UINT64_C (0x10000000))
	   + (uint64_t) instruction->value;
  if (!relocation)
    return place + (uint64_t) instruction->value;
  uint64_t target = audit_relocation_value (&file->elf, relocation, &known);
  return known ? target - machine->relocation_offset : 0;
}

uint32_t
plain_word_before (const struct audit_file *file,
		   const struct audit_range *range, uint64_t place,
		   unsigned count)
{
  uint64_t back = UINT64_C (4) * count;
  if (place - range->start < back)
    return 0;
  return (uint32_t) audit_data (
      &file->elf, range->bytes + (place - back - range->start), 4);
}
