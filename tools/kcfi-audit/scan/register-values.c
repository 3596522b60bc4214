/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Following constants through registers.  Jump tables, as GCC and Clang make
   them on these machines, come out as an entry:

     address of the table, plus an index:	a slot
     load from a slot:				an entry, perhaps the target
     plus the address of the table or of code:	an entry relative to that  */

#include "register-values.h"

#include <string.h>

#include "../base/array.h"
#include "jump-table.h"
#include "scan.h"

static uint64_t
wrap_address (const struct audit_values *values, uint64_t address)
{
  return values->file->elf.is_64 ? address : (uint32_t) address;
}

void
audit_values_clear (struct audit_values *values)
{
  memset (values->registers, 0, sizeof values->registers);
  memset (values->addresses, 0, sizeof values->addresses);
  memset (values->spills, 0, sizeof values->spills);
  values->block = 1;
}

void
audit_values_new_block (struct audit_values *values)
{
  values->block++;
}

static void
set_register (struct audit_values *values, unsigned to,
	      struct audit_value value)
{
  value.block = values->block;
  if (to >= AUDIT_MAX_REGISTERS)
    return;
  values->registers[to] = value;
  if (value.kind == AUDIT_VALUE_ADDRESS && !value.got)
    values->addresses[to] = value;
}

void
audit_set_unknown (struct audit_values *values, unsigned to)
{
  set_register (values, to, (struct audit_value){ 0 });
}

void
audit_set_address (struct audit_values *values, unsigned to, uint64_t address,
		   bool got)
{
  set_register (values, to,
		(struct audit_value){ .kind = AUDIT_VALUE_ADDRESS,
				      .address = wrap_address (values, address),
				      .got = got });
}

void
audit_copy_value (struct audit_values *values, unsigned to, unsigned from)
{
  struct audit_value value = values->registers[from];
  uint32_t block = value.block;
  set_register (values, to, value);
  if (to >= AUDIT_MAX_REGISTERS)
    return;
  /* Copying makes it no younger.  */
  values->registers[to].block = block;
  /* What is unknown behind an end of the function may be the table it once was.  */
  if (value.kind == AUDIT_VALUE_UNKNOWN)
    values->addresses[to] = values->addresses[from];
}

void
audit_add_constant (struct audit_values *values, unsigned to, unsigned from,
		    uint64_t constant)
{
  struct audit_value value = values->registers[from];
  if (value.kind == AUDIT_VALUE_ADDRESS || value.kind == AUDIT_VALUE_SLOT)
    value.address = wrap_address (values, value.address + constant);
  else if (constant)
    value = (struct audit_value){ 0 };
  set_register (values, to, value);
}

struct audit_value
audit_indexed (struct audit_value place)
{
  if (place.kind != AUDIT_VALUE_ADDRESS || place.got)
    return (struct audit_value){ 0 };
  place.kind = AUDIT_VALUE_SLOT;
  return place;
}

/* BASE + EXTENSION (OTHER), where BASE is an address.  */

static struct audit_value
add_to_address (const struct audit_values *values, struct audit_value base,
		struct audit_value other, struct audit_extension extension)
{
  if (other.kind == AUDIT_VALUE_ADDRESS && !extension.size)
    {
      other.address = wrap_address (
	  values, base.address + (other.address << extension.shift));
      other.got |= base.got;
      return other;
    }
  if (other.kind != AUDIT_VALUE_ENTRY || other.based || other.shift)
    return audit_indexed (base);
  other.based = true;
  other.base = base.address;
  other.shift = extension.shift;
  if (extension.size && extension.size <= other.size)
    {
      other.is_signed = extension.is_signed;
      /* Only the part that is extended counts; an entry cut in two is none.  */
      if (extension.size < other.size)
	return (struct audit_value){ 0 };
    }
  return other;
}

void
audit_add_values (struct audit_values *values, unsigned to, unsigned first,
		  unsigned second, struct audit_extension extension)
{
  struct audit_value a = values->registers[first];
  struct audit_value b = values->registers[second];
  struct audit_value sum = { 0 };
  if (a.kind != AUDIT_VALUE_ADDRESS && b.kind != AUDIT_VALUE_ADDRESS)
    {
      /* What a table once was added to: not an entry, which is of a table.  */
      if (b.kind != AUDIT_VALUE_ENTRY
	  && values->addresses[second].kind == AUDIT_VALUE_ADDRESS
	  && !extension.size && !extension.shift)
	b = values->addresses[second];
      else
	a = values->addresses[first];
    }
  if (a.kind == AUDIT_VALUE_ADDRESS)
    sum = add_to_address (values, a, b, extension);
  else if (b.kind == AUDIT_VALUE_ADDRESS && !extension.size && !extension.shift)
    sum = add_to_address (values, b, a, extension);
  set_register (values, to, sum);
}

struct audit_value
audit_slot (const struct audit_values *values, unsigned place, unsigned index)
{
  const struct audit_value *candidates[]
      = { &values->registers[place], &values->registers[index],
	  &values->addresses[place], &values->addresses[index] };
  for (unsigned i = 0; i < 4; i++)
    if (candidates[i]->kind == AUDIT_VALUE_ADDRESS)
      return audit_indexed (*candidates[i]);
  return (struct audit_value){ 0 };
}

struct audit_value
audit_value_at (const struct audit_values *values, struct audit_value place,
		uint64_t offset, unsigned size, bool is_signed)
{
  struct audit_value value = { .size = (unsigned char) size,
			       .is_signed = is_signed,
			       .got = place.got,
			       .block = values->block };
  value.address = wrap_address (values, place.address + offset);
  if (place.kind == AUDIT_VALUE_SLOT)
    value.kind = AUDIT_VALUE_ENTRY;
  else if (place.kind == AUDIT_VALUE_ADDRESS)
    value.kind = AUDIT_VALUE_LOADED;
  return value;
}

void
audit_note_formed (struct audit_values *values, uint64_t place, unsigned reg)
{
  struct audit_file *file = values->file;
  const struct audit_value *value = &values->registers[reg];
  if (value->kind != AUDIT_VALUE_ADDRESS || value->got)
    return;
  const struct audit_function *function = audit_function_starting_at (
      &file->elf, audit_code_address (&file->elf, value->address));
  if (function)
    AUDIT_APPEND (
	file, formed,
	(struct audit_reference){
	    place, (uint32_t) audit_function_number (file, function) });
}

/* --- Judging ------------------------------------------------------------- */

/* Where entry I of the table that VALUE was taken from leads.  */

static bool
read_entry (const struct audit_values *values, const struct audit_value *value,
	    unsigned i, uint64_t *target)
{
  const struct audit_file *file = values->file;
  uint64_t place
      = wrap_address (values, value->address + (uint64_t) i * value->size);
  const struct audit_relocation *relocation
      = audit_relocation_at (&file->elf, place);
  if (relocation)
    {
      bool known;
      uint64_t to = audit_relocation_value (&file->elf, relocation, &known);
      switch (file->machine->relocation_kind (relocation->type))
	{
	case AUDIT_REL_RELATIVE:
	  /* The word is TO - PLACE, and becomes a target by adding BASE.  */
	  to -= place - value->base;
	  break;
	case AUDIT_REL_ABSOLUTE:
	case AUDIT_REL_DYNAMIC:
	case AUDIT_REL_ADDED:
	  break;
	default:
	  return false;
	}
      *target = audit_code_address (&file->elf, wrap_address (values, to));
      return known;
    }
  const unsigned char *bytes = audit_bytes_at (&file->elf, place, value->size);
  if (!bytes)
    return false;
  uint64_t word = audit_data (&file->elf, bytes, value->size);
  unsigned unused = 64 - 8 * value->size;
  if (value->is_signed && unused)
    word = (uint64_t) ((int64_t) (word << unused) >> unused);
  word = (word << value->shift) + (value->based ? value->base : 0);
  *target = audit_code_address (&file->elf, wrap_address (values, word));
  return true;
}

static bool
jump_table_p (const struct audit_values *values,
	      const struct audit_function *function,
	      const struct audit_value *value)
{
  uint64_t targets[AUDIT_TABLE_ENTRIES];
  for (unsigned i = 0; i < AUDIT_TABLE_ENTRIES; i++)
    if (!read_entry (values, value, i, &targets[i]))
      return false;
  return audit_table_inside_p (values->file, function, targets);
}

static bool
in_got_p (const struct audit_file *file, uint64_t address)
{
  const struct audit_section *section
      = file->elf.relocatable ? NULL
			      : audit_section_at (&file->elf, address, 1);
  return section && !strncmp (section->name, ".got", 4);
}

enum audit_reason
audit_excuse (const struct audit_values *values,
	      const struct audit_function *function,
	      const struct audit_value *value, bool jump)
{
  if (value->block != values->block)
    return AUDIT_UNKNOWN;
  switch (value->kind)
    {
    case AUDIT_VALUE_ADDRESS:
      return value->got ? AUDIT_UNKNOWN : AUDIT_KNOWN_TARGET;
    case AUDIT_VALUE_ENTRY:
      return jump && jump_table_p (values, function, value) ? AUDIT_JUMP_TABLE
							    : AUDIT_UNKNOWN;
    case AUDIT_VALUE_LOADED:
      return value->got || in_got_p (values->file, value->address)
		 ? AUDIT_GOT
		 : AUDIT_UNKNOWN;
    default:
      return AUDIT_UNKNOWN;
    }
}
