/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What instructions of plain machines do to registers, as far as addresses are
   formed and loaded.  */

#include "values.h"

#include <string.h>

#include "../../base/array.h"
#include "../spills.h"

void
plain_find_tables (struct plain_tables *tables, const struct audit_file *file)
{
  static const char *const names[] = { ".got", ".toc", ".plt", ".iplt", NULL };
  for (size_t i = 1; i < file->elf.sections_count; i++)
    {
      const struct audit_section *section = &file->elf.sections[i];
      for (const char *const *name = names; *name; name++)
	if (!strncmp (section->name, *name, strlen (*name)) && section->address
	    && section->size < UINT64_MAX - section->address
	    && tables->count < PLAIN_TABLES)
	  {
	    tables->start[tables->count] = section->address;
	    tables->end[tables->count++] = section->address + section->size;
	    break;
	  }
    }
}

uint64_t
plain_got_address (const struct audit_file *file,
		   const struct plain_machine *machine)
{
  const struct audit_symbols *table = &file->elf.tables[AUDIT_STATIC_SYMBOLS];
  if (file->elf.relocatable)
    return 0;
  for (size_t i = 0; i < table->symbols_count; i++)
    if (!strcmp (table->symbols[i].name, "_gp"))
      return table->symbols[i].address;
  for (size_t i = 1; i < file->elf.sections_count; i++)
    if (!strcmp (file->elf.sections[i].name, ".got"))
      return file->elf.sections[i].address + machine->got_bias;
  return 0;
}

static bool
in_tables_p (const struct plain_tables *tables, uint64_t address)
{
  for (unsigned i = 0; i < tables->count; i++)
    if (tables->start[i] <= address && address < tables->end[i])
      return true;
  return false;
}

void
plain_forget (struct audit_values *values, const struct plain_machine *machine,
	      unsigned to)
{
  if (to < AUDIT_MAX_REGISTERS && !(machine->constant >> to & 1))
    audit_set_unknown (values, to);
}

/* The address that stands at PLACE, an entry of one of the tables.  */

static bool
read_table (const struct audit_file *file, uint64_t place, unsigned size,
	    uint64_t *address)
{
  bool known = true;
  const struct audit_relocation *relocation
      = audit_relocation_at (&file->elf, place);
  const unsigned char *bytes = audit_bytes_at (&file->elf, place, size);
  if (relocation)
    *address = audit_relocation_value (&file->elf, relocation, &known);
  else if (bytes)
    *address = audit_data (&file->elf, bytes, size);
  return known && (relocation || bytes) && *address;
}

/* Register TO is loaded from PLACE + OFFSET.  What stands in a table for the code
   is an address that may be looked into, and a part of it may be added.  */

static void
load_value (struct audit_values *values, const struct plain_tables *tables,
	    const struct plain_instruction *instruction,
	    struct audit_value place, uint64_t offset)
{
  unsigned to = instruction->to;
  struct audit_value loaded = audit_value_at (
      values, place, offset, instruction->size, instruction->is_signed);
  audit_set_unknown (values, to);
  if (loaded.kind == AUDIT_VALUE_LOADED && !loaded.got
      && in_tables_p (tables, loaded.address))
    {
      loaded.got = true;
      loaded.based = read_table (values->file, loaded.address,
				 instruction->size, &loaded.base);
      if (loaded.based)
	audit_set_address (values, to, loaded.base, false);
    }
  values->registers[to] = loaded;
}

/* A register that is stored on the stack, or loaded from there.  */

static void
follow_stack (struct audit_values *values, const struct plain_machine *machine,
	      const struct plain_instruction *instruction)
{
  bool store = instruction->operation == PLAIN_STORE;
  if ((instruction->from != machine->stack
       && instruction->from != machine->frame)
      || instruction->size != (values->file->elf.is_64 ? 8 : 4)
      || (!store && instruction->other != PLAIN_NONE))
    return;
  if (store)
    audit_spill (values, instruction->from, instruction->value,
		 instruction->other);
  else
    audit_reload (values, instruction->from, instruction->value,
		  instruction->to);
}

static void
follow_load (struct audit_values *values, const struct plain_machine *machine,
	     const struct plain_tables *tables,
	     const struct plain_instruction *instruction, bool low)
{
  uint64_t value = low ? 0 : (uint64_t) instruction->value;
  struct audit_value place = { 0 };
  if (instruction->other != PLAIN_NONE && instruction->from != PLAIN_NONE)
    place = audit_slot (values, instruction->from, instruction->other);
  else if (instruction->from != PLAIN_NONE)
    place = values->registers[instruction->from];
  /* The part of an address that the GOT has, and the other here.  */
  if (place.kind == AUDIT_VALUE_LOADED && place.based)
    place = (struct audit_value){ .kind = AUDIT_VALUE_ADDRESS,
				  .address = place.base };
  load_value (values, tables, instruction, place, value);
  follow_stack (values, machine, instruction);
}

/* Set register TO to ADDRESS, which is formed at PLACE.  */

static void
form_address (struct audit_values *values, unsigned to, uint64_t address,
	      uint64_t place)
{
  audit_set_address (values, to, address, false);
  values->registers[to].origin = place;
  audit_note_formed (values, place, to);
}

/* The same with FROM + CONSTANT.  */

static void
add_constant (struct audit_values *values,
	      const struct plain_instruction *instruction, uint64_t constant,
	      uint64_t place)
{
  unsigned to = instruction->to, from = instruction->from;
  struct audit_value value = values->registers[from];
  if (value.kind == AUDIT_VALUE_LOADED && value.based)
    {
      form_address (values, to, value.base + constant, place);
      return;
    }
  audit_add_constant (values, to, from, constant);
  if (values->registers[to].kind != AUDIT_VALUE_ADDRESS)
    return;
  values->registers[to].origin = place;
  audit_note_formed (values, place, to);
}

/* sext: an entry of four bytes gets a sign.  */

static void
extend_sign (struct audit_values *values,
	     const struct plain_instruction *instruction)
{
  struct audit_value value = values->registers[instruction->from];
  bool entry = value.kind == AUDIT_VALUE_ENTRY && value.size == 4
	       && !value.based && !value.shift;
  audit_set_unknown (values, instruction->to);
  if (!entry)
    return;
  value.is_signed = true;
  values->registers[instruction->to] = value;
}

/* INSTRUCTION has a relocation of ROLE: true if that says what TO has.  */

static bool
follow_role (struct audit_values *values, const struct plain_machine *machine,
	     const struct plain_instruction *instruction, enum plain_role role,
	     const struct audit_relocation *relocation, uint64_t place)
{
  unsigned to = instruction->to;
  bool load = instruction->operation == PLAIN_LOAD
	      || instruction->operation == PLAIN_LOAD_PLACE;
  bool known;
  uint64_t address;
  if (role == PLAIN_ROLE_GOT_BASE)
    audit_set_address (values, to, plain_got_address (values->file, machine),
		       false);
  else if (role == PLAIN_ROLE_WHOLE)
    {
      address = audit_relocation_value (&values->file->elf, relocation, &known);
      audit_set_unknown (values, to);
      /* What stands there is another matter.  */
      if (known && instruction->operation != PLAIN_LOAD_PLACE)
	form_address (values, to, address - machine->relocation_offset, place);
    }
  else if (role == PLAIN_ROLE_GOT)
    {
      audit_set_address (values, to, 0, true);
      if (load)
	values->registers[to].kind = AUDIT_VALUE_LOADED;
    }
  else
    return false;
  return true;
}

static void
follow_plain (struct audit_values *values, const struct plain_machine *machine,
	      const struct plain_tables *tables,
	      const struct plain_instruction *instruction, uint64_t place,
	      bool low)
{
  unsigned to = instruction->to;
  uint64_t value = low ? 0 : (uint64_t) instruction->value;
  switch (instruction->operation)
    {
    case PLAIN_CONSTANT:
      audit_set_address (values, to, value, false);
      break;
    case PLAIN_PLACE:
      form_address (values, to, place + value, place);
      break;
    case PLAIN_PAGE:
      audit_set_address (values, to, (place + value) & -UINT64_C (4096), false);
      break;
    case PLAIN_ADD_CONSTANT:
      add_constant (values, instruction, value, place);
      break;
    case PLAIN_ADD:
      audit_add_values (values, to, instruction->from, instruction->other,
			(struct audit_extension){
			    .shift = (unsigned char) instruction->value });
      break;
    case PLAIN_MOVE:
      audit_copy_value (values, to, instruction->from);
      break;
    case PLAIN_EXTEND:
      extend_sign (values, instruction);
      break;
    case PLAIN_LOAD:
      follow_load (values, machine, tables, instruction, low);
      break;
    case PLAIN_LOAD_PLACE:
      load_value (
	  values, tables, instruction,
	  (struct audit_value){ .kind = AUDIT_VALUE_ADDRESS, .address = place },
	  value);
      break;
    default:
      audit_set_unknown (values, to);
      break;
    }
}

void
plain_follow (struct audit_values *values, const struct plain_machine *machine,
	      const struct plain_tables *tables,
	      const struct plain_instruction *instruction, uint64_t place)
{
  const struct audit_relocation *relocation;
  enum plain_role role
      = plain_role_at (values->file, machine, place, &relocation);
  unsigned to = instruction->to;
  if (instruction->operation == PLAIN_STORE)
    follow_stack (values, machine, instruction);
  if (to < AUDIT_MAX_REGISTERS && !(machine->constant >> to & 1)
      && !follow_role (values, machine, instruction, role, relocation, place))
    follow_plain (values, machine, tables, instruction, place,
		  role == PLAIN_ROLE_LOW);
  for (unsigned i = 0; instruction->writes >> i; i++)
    if (instruction->writes >> i & 1)
      plain_forget (values, machine, i);
}
