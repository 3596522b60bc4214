/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses on the stack.  */

#include "spills.h"

static bool
same_place_p (const struct audit_spilled *spilled, unsigned base,
	      int64_t offset)
{
  return spilled->value.kind != AUDIT_VALUE_UNKNOWN && spilled->base == base
	 && spilled->offset == offset;
}

void
audit_spill (struct audit_values *values, unsigned base, int64_t offset,
	     unsigned from)
{
  struct audit_value value = { 0 };
  if (from < AUDIT_MAX_REGISTERS)
    value = values->registers[from];
  for (unsigned i = 0; i < AUDIT_SPILLS; i++)
    if (same_place_p (&values->spills[i], base, offset))
      values->spills[i].value = (struct audit_value){ 0 };
  /* Constants that are no address of the file are no table.  */
  if (value.kind != AUDIT_VALUE_ADDRESS || value.got
      || !audit_section_at (&values->file->elf, value.address, 1))
    return;
  values->spills[values->next_spill] = (struct audit_spilled){
    .value = value, .offset = offset, .base = (unsigned char) base
  };
  values->next_spill = (values->next_spill + 1) % AUDIT_SPILLS;
}

struct audit_value
audit_spilled (const struct audit_values *values, unsigned base, int64_t offset)
{
  for (unsigned i = 0; i < AUDIT_SPILLS; i++)
    if (same_place_p (&values->spills[i], base, offset))
      return values->spills[i].value;
  return (struct audit_value){ 0 };
}

void
audit_reload (struct audit_values *values, unsigned base, int64_t offset,
	      unsigned to)
{
  struct audit_value value = audit_spilled (values, base, offset);
  if (value.kind == AUDIT_VALUE_ADDRESS)
    values->addresses[to] = value;
}
