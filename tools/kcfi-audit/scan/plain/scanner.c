/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scanning the code of machines whose instructions decode.c of their folder
   reduces: s390x, powerpc64, mips64 and loongarch64.  Their checks have no trap
   table and no symbols (doc/abi-generic.md).  */

#include "scanner.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/array.h"
#include "../branch-targets.h"
#include "../bypass.h"
#include "../register-values.h"
#include "../thunks.h"
#include "values.h"

struct plain_scanner
{
  const struct plain_machine *machine;
  struct audit_values values;
  struct audit_branch_targets targets;
  struct audit_thunks thunks;
  struct plain_tables tables;
  uint64_t got;
  /* The instruction before, if it stands directly before.  */
  struct plain_instruction previous;
};

struct plain_scanner *
plain_start (struct audit_file *file, const struct plain_machine *machine)
{
  struct plain_scanner *scanner = kcfi_allocate (sizeof *scanner);
  memset (scanner, 0, sizeof *scanner);
  scanner->machine = machine;
  scanner->values.file = file;
  scanner->got = plain_got_address (file, machine);
  plain_find_tables (&scanner->tables, file);
  if (machine->thunk_prefixes)
    audit_find_thunks (&scanner->thunks, file, machine->thunk_prefixes,
		       file->machine->register_names);
  return scanner;
}

void
plain_stop (void *state)
{
  struct plain_scanner *scanner = state;
  audit_free_targets (&scanner->targets);
  audit_free_thunks (&scanner->thunks);
  free (scanner);
}

/* --- Sites --------------------------------------------------------------- */

/* A function that is called by its address, which was formed for that alone, has
   not had its address taken there.  */

static void
drop_formed (struct audit_file *file, const struct audit_value *value)
{
  enum
  {
    FARTHEST = 64 /* Functions formed since.  */
  };
  size_t i = file->formed_count, last = i > FARTHEST ? i - FARTHEST : 0;
  if (!value->origin)
    return;
  while (i > last && file->formed[i - 1].place != value->origin)
    i--;
  if (i == last)
    return;
  memmove (&file->formed[i - 1], &file->formed[i],
	   (file->formed_count - i) * sizeof *file->formed);
  file->formed_count--;
}

/* Why the call or jump INSTRUCTION at PLACE needs no check.  */

static enum audit_reason
excuse_site (struct audit_file *file, struct plain_scanner *scanner,
	     const struct audit_range *range,
	     const struct plain_instruction *instruction, bool jump,
	     uint64_t place)
{
  const struct audit_relocation *relocation;
  unsigned from = instruction->from;
  if (plain_role_at (file, scanner->machine, place, &relocation)
      == PLAIN_ROLE_CALL)
    {
      if (from != PLAIN_NONE)
	drop_formed (file, &scanner->values.registers[from]);
      return AUDIT_GOT;
    }
  if (from == PLAIN_NONE)
    return AUDIT_UNKNOWN;
  if (instruction->other != PLAIN_NONE)
    {
      audit_add_values (&scanner->values, PLAIN_SUM, from, instruction->other,
			(struct audit_extension){ 0 });
      from = PLAIN_SUM;
    }
  const struct audit_value *value = &scanner->values.registers[from];
  enum audit_reason reason
      = audit_excuse (&scanner->values, range->function, value, jump);
  /* Only a caller that follows the ABI has put the function's own address there.  */
  if (reason == AUDIT_KNOWN_TARGET && !value->origin && range->function
      && value->address == range->function->address)
    return AUDIT_UNKNOWN;
  if (reason == AUDIT_KNOWN_TARGET)
    drop_formed (file, value);
  return reason;
}

static void
add_site (struct audit_file *file, struct plain_scanner *scanner,
	  const struct audit_range *range,
	  const struct plain_instruction *instruction, uint64_t place,
	  struct audit_check *check)
{
  bool jump = instruction->operation == PLAIN_INDIRECT_JUMP;
  bool single
      = instruction->from != PLAIN_NONE && instruction->other == PLAIN_NONE;
  unsigned char own;
  /* Not where the pointer leads that was checked.  */
  struct audit_site *site
      = audit_add_site (file, jump ? AUDIT_JUMP : AUDIT_CALL, place,
			single ? instruction->from : AUDIT_NO_REGISTER,
			single && !instruction->value ? check : NULL);
  if (site->reason != AUDIT_UNKNOWN)
    return;
  if (range->function && scanner->machine->thunk_prefixes
      && audit_thunk_name_p (range->function->name,
			     scanner->machine->thunk_prefixes,
			     file->machine->register_names, &own))
    site->reason = AUDIT_THUNK;
  else
    site->reason = excuse_site (file, scanner, range, instruction, jump, place);
}

/* A direct call or jump, which may lead to a thunk.  */

static void
scan_direct (struct audit_file *file, struct plain_scanner *scanner,
	     const struct plain_instruction *instruction, uint64_t place,
	     struct audit_check *check)
{
  unsigned char target;
  bool calls = instruction->operation == PLAIN_CALL;
  if (scanner->machine->thunk_prefixes
      && audit_branch_to_thunk_p (
	  &scanner->thunks, file, place + scanner->machine->relocation_offset,
	  plain_destination (file, scanner->machine, place, instruction),
	  &target))
    audit_add_site (file, calls ? AUDIT_CALL : AUDIT_JUMP, place, target,
		    check);
}

/* What is known behind INSTRUCTION, which leaves the code here.  */

static void
follow_branch (struct plain_scanner *scanner,
	       const struct plain_instruction *instruction)
{
  const struct plain_machine *machine = scanner->machine;
  bool calls = instruction->operation == PLAIN_CALL
	       || instruction->operation == PLAIN_INDIRECT_CALL;
  uint64_t changed
      = (calls ? machine->call_clobbered : 0) | instruction->writes;
  for (unsigned i = 0; changed >> i; i++)
    if (changed >> i & 1)
      plain_forget (&scanner->values, machine, i);
  if (instruction->operation == PLAIN_INDIRECT_JUMP
      || instruction->operation == PLAIN_RETURN)
    audit_values_new_block (&scanner->values);
}

static void
scan_instruction (struct audit_file *file, struct plain_scanner *scanner,
		  const struct audit_range *range,
		  const struct plain_instruction *instruction, uint64_t place,
		  struct audit_check *check)
{
  switch (instruction->operation)
    {
    case PLAIN_INDIRECT_CALL:
    case PLAIN_INDIRECT_JUMP:
      if (!scanner->previous.far || scanner->previous.to != instruction->from)
	add_site (file, scanner, range, instruction, place, check);
      break;
    case PLAIN_BRANCH:
    case PLAIN_CALL:
      scan_direct (file, scanner, instruction, place, check);
      break;
    case PLAIN_RETURN:
      break;
    default:
      plain_follow (&scanner->values, scanner->machine, &scanner->tables,
		    instruction, place);
      return;
    }
  follow_branch (scanner, instruction);
}

/* The instruction at PLACE in RANGE.  */

static struct plain_instruction
decode_at (const struct audit_file *file, const struct plain_machine *machine,
	   const struct audit_range *range, uint64_t place)
{
  struct plain_instruction instruction = machine->decode (
      file, range->bytes + (place - range->start), range->end - place);
  if (instruction.length > range->end - place)
    instruction.length = (unsigned char) (range->end - place);
  return instruction;
}

static void
collect_targets (struct audit_file *file, struct plain_scanner *scanner,
		 const struct audit_range *range, uint64_t start)
{
  const struct plain_machine *machine = scanner->machine;
  struct plain_instruction instruction;
  for (uint64_t at = start; at + machine->unit <= range->end;
       at += instruction.length)
    {
      instruction = decode_at (file, machine, range, at);
      if (instruction.operation == PLAIN_BRANCH)
	audit_note_branch (file, &scanner->targets, at,
			   plain_destination (file, machine, at, &instruction));
    }
}

/* Start with what is known anywhere, and at the start of a function.  */

static void
new_function (struct plain_scanner *scanner, const struct audit_range *range)
{
  const struct plain_machine *machine = scanner->machine;
  audit_values_clear (&scanner->values);
  audit_clear_targets (&scanner->targets, range->start,
		       range->function ? range->function->end : range->end);
  if (machine->got_register != PLAIN_NONE)
    audit_set_address (&scanner->values, machine->got_register, scanner->got,
		       false);
  if (machine->entry_register != PLAIN_NONE && range->function)
    audit_set_address (&scanner->values, machine->entry_register,
		       range->function->address, false);
}

void
plain_scan (struct audit_file *file, void *state,
	    const struct audit_range *range)
{
  struct plain_scanner *scanner = state;
  const struct plain_machine *machine = scanner->machine;
  struct audit_check pending = { 0 };
  struct plain_instruction instruction;
  uint64_t start = range->start + (-range->start & (machine->unit - 1));
  if (range->first)
    new_function (scanner, range);
  collect_targets (file, scanner, range, start);
  scanner->previous = (struct plain_instruction){ 0 };
  for (uint64_t at = start; at + machine->unit <= range->end;
       at += instruction.length)
    {
      struct audit_check *check
	  = audit_check_ends_p (&pending, at) ? &pending : NULL;
      instruction = decode_at (file, machine, range, at);
      if (audit_target_p (&scanner->targets, at))
	audit_values_new_block (&scanner->values);
      scan_instruction (file, scanner, range, &instruction, at, check);
      if (check)
	{
	  AUDIT_APPEND (file, checks, pending);
	  pending = (struct audit_check){ 0 };
	}
      struct audit_check found;
      if (instruction.ends_check
	  && machine->read_check (file, range, at, &instruction, &found))
	pending = found;
      scanner->previous = instruction;
    }
  if (pending.end)
    AUDIT_APPEND (file, checks, pending);
}
