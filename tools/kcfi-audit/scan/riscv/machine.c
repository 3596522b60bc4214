/* SPDX-License-Identifier: GPL-3.0-or-later */
/* riscv64 and riscv32: finding checks and calls (doc/abi-targets.md "RISC-V").

	lw	tA, -4-M*2(rN)		hash
	lui	tB, ID >> 12		nop (M of them)
	addiw	tB, tB, ID & 0xfff	f:
	beq	tA, tB, 1f		(addi on riscv32)
	ebreak
     1:	jalr	rN			or jr

   lui or addiw is missing where its part of the id is 0; with only one of them,
   addi tB, zero, ID.  Each may be a compressed one.

   A direct call is auipc and jalr: no indirect call, whatever it looks like. */

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/array.h"
#include "../branch-targets.h"
#include "../bypass.h"
#include "slot.h"
#include "values.h"
#include "../scan.h"

enum
{
  RETURN_ADDRESS = 1,
  GLOBAL_POINTER = 3,
  REMEMBERED = 8 /* Instructions; a power of two.  */
};

static const char *const register_names[]
    = { "zero", "ra", "sp", "gp", "tp",	 "t0",	"t1", "t2", "s0", "s1", "a0",
	"a1",	"a2", "a3", "a4", "a5",	 "a6",	"a7", "s2", "s3", "s4", "s5",
	"s6",	"s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6", NULL };

/* An instruction and where it stands.  */
struct placed
{
  uint64_t address;
  struct riscv_instruction instruction;
};

struct scanner
{
  struct audit_values values;
  struct audit_branch_targets targets;
  struct riscv_slots slots;
  struct placed last[REMEMBERED];
  size_t count;
  bool has_global_pointer;
  uint64_t global_pointer;
};

static void *
start_scanner (struct audit_file *file)
{
  struct scanner *scanner = kcfi_allocate (sizeof *scanner);
  memset (scanner, 0, sizeof *scanner);
  scanner->values.file = file;
  const struct audit_symbols *table = &file->elf.tables[AUDIT_STATIC_SYMBOLS];
  for (size_t i = 0; !file->elf.relocatable && i < table->symbols_count; i++)
    if (!strcmp (table->symbols[i].name, "__global_pointer$"))
      {
	scanner->has_global_pointer = true;
	scanner->global_pointer = table->symbols[i].address;
      }
  return scanner;
}

static void
stop_scanner (void *state)
{
  struct scanner *scanner = state;
  audit_free_targets (&scanner->targets);
  free (scanner);
}

/* The instruction N before the next one, if it stands directly before what
   follows it; NULL otherwise.  */

static const struct placed *
find_previous (const struct scanner *scanner, size_t n, uint64_t next)
{
  if (n > scanner->count || n >= REMEMBERED)
    return NULL;
  const struct placed *placed
      = &scanner->last[(scanner->count - n) % REMEMBERED];
  return placed->address + placed->instruction.length == next ? placed : NULL;
}

/* Where the direct branch INSTRUCTION at PLACE leads; in an object a relocation
   may say it.  */

static uint64_t
find_destination (const struct audit_file *file, uint64_t place,
		  const struct riscv_instruction *instruction)
{
  const struct audit_relocation *relocation
      = file->elf.relocatable ? audit_relocation_at (&file->elf, place) : NULL;
  if (relocation)
    {
      bool known;
      uint64_t target = audit_relocation_value (&file->elf, relocation, &known);
      return known ? target : 0;
    }
  return place + (uint64_t) instruction->value;
}

/* --- Checks -------------------------------------------------------------- */

/* The id that the instructions before NEXT load into REG, and how many they
   are; 0 if they do not.  */

static size_t
read_id (const struct scanner *scanner, uint64_t next, unsigned reg,
	 uint32_t *id, uint64_t *first)
{
  const struct placed *add = find_previous (scanner, 2, next);
  if (!add || add->instruction.to != reg)
    return 0;
  *first = add->address;
  *id = (uint32_t) add->instruction.value;
  if (add->instruction.operation == RISCV_LUI
      || (add->instruction.operation == RISCV_ADDI
	  && add->instruction.from == RISCV_ZERO))
    return 1;
  const struct placed *lui = find_previous (scanner, 3, add->address);
  if (add->instruction.from != reg
      || (add->instruction.operation != RISCV_ADDI
	  && add->instruction.operation != RISCV_ADDIW)
      || !lui || lui->instruction.operation != RISCV_LUI
      || lui->instruction.to != reg)
    return 0;
  *first = lui->address;
  *id += (uint32_t) lui->instruction.value;
  return 2;
}

/* True if the ebreak TRAP ends a check; fill *CHECK then.  */

static bool
read_check (const struct audit_file *file, const struct scanner *scanner,
	    const struct placed *trap, struct audit_check *check)
{
  uint64_t end = trap->address + trap->instruction.length, first;
  const struct placed *branch = find_previous (scanner, 1, trap->address);
  uint32_t id;
  if (!branch || branch->instruction.operation != RISCV_BEQ
      || find_destination (file, branch->address, &branch->instruction) != end)
    return false;
  for (unsigned swapped = 0; swapped < 2; swapped++)
    {
      unsigned found
	  = swapped ? branch->instruction.other : branch->instruction.from;
      unsigned expected
	  = swapped ? branch->instruction.from : branch->instruction.other;
      size_t count = read_id (scanner, branch->address, expected, &id, &first);
      const struct placed *load
	  = count ? find_previous (scanner, count + 2, first) : NULL;
      if (!load || load->instruction.operation != RISCV_LOAD
	  || load->instruction.size != 4 || load->instruction.to != found
	  || load->instruction.value > -4
	  /* The check changes the register that is called.  */
	  || load->instruction.from == found
	  || load->instruction.from == expected)
	continue;
      *check = (struct audit_check){
	.address = load->address,
	.trap = trap->address,
	.end = end,
	.id = id,
	.offset = (uint32_t) -load->instruction.value,
	.target = load->instruction.from,
	.weak = true,
      };
      return true;
    }
  return false;
}

/* --- Sites --------------------------------------------------------------- */

/* ra, t0 to t2, a0 to a7, t3 to t6.  */

static void
forget_call_clobbered (struct audit_values *values)
{
  for (unsigned i = 0; i < 32; i++)
    if (i == RETURN_ADDRESS || (i >= 5 && i <= 7) || (i >= 10 && i <= 17)
	|| i >= 28)
      audit_set_unknown (values, i);
}

/* True if the jalr PLACED is the second half of a direct call.  */

static bool
direct_call_p (const struct scanner *scanner, const struct placed *placed)
{
  const struct placed *before = find_previous (scanner, 1, placed->address);
  return before && before->instruction.operation == RISCV_AUIPC
	 && before->instruction.to == placed->instruction.from;
}

static void
add_site (struct audit_file *file, struct scanner *scanner,
	  const struct audit_range *range, const struct placed *placed,
	  struct audit_check *check)
{
  unsigned target = placed->instruction.from;
  bool jump = placed->instruction.to == RISCV_ZERO;
  /* Not where the pointer leads that was checked.  */
  if (placed->instruction.value)
    check = NULL;
  struct audit_site *site
      = audit_add_site (file, jump ? AUDIT_JUMP : AUDIT_CALL, placed->address,
			(unsigned char) target, check);
  if (site->reason != AUDIT_UNKNOWN)
    return;
  site->loads_slot = !placed->instruction.value
		     && scanner->slots.loaded[target] == RISCV_SLOT;
  /* GCC's -msave-restore: these return by t0.  */
  if (range->function && strstr (range->function->name, "__riscv_save_"))
    site->reason = AUDIT_THUNK;
  else
    site->reason = audit_excuse (&scanner->values, range->function,
				 &scanner->values.registers[target], jump);
}

static void
scan_instruction (struct audit_file *file, struct scanner *scanner,
		  const struct audit_range *range, const struct placed *placed,
		  struct audit_check *check)
{
  const struct riscv_instruction *instruction = &placed->instruction;
  bool links = instruction->to != RISCV_ZERO;
  if (instruction->operation == RISCV_JALR)
    {
      if ((links || instruction->from != RETURN_ADDRESS)
	  && !direct_call_p (scanner, placed))
	add_site (file, scanner, range, placed, check);
    }
  else if (instruction->operation != RISCV_JAL)
    {
      riscv_follow (&scanner->values, instruction, placed->address);
      riscv_follow_slots (&scanner->slots, instruction,
			  file->elf.is_64 ? 8 : 4);
      return;
    }
  riscv_forget_slots (&scanner->slots);
  if (links)
    forget_call_clobbered (&scanner->values);
  else
    audit_values_new_block (&scanner->values);
}

static void
collect_targets (struct audit_file *file, struct scanner *scanner,
		 const struct audit_range *range)
{
  struct riscv_instruction instruction;
  for (uint64_t at = range->start; at + 2 <= range->end;
       at += instruction.length)
    {
      instruction = riscv_decode (range->bytes + (at - range->start),
				  range->end - at, file->elf.is_64);
      if (instruction.operation == RISCV_BRANCH
	  || instruction.operation == RISCV_BEQ
	  || (instruction.operation == RISCV_JAL && !instruction.to))
	audit_note_branch (file, &scanner->targets, at,
			   find_destination (file, at, &instruction));
    }
}

/* Start with nothing known.  */

static void
new_function (struct scanner *scanner, const struct audit_range *range)
{
  audit_values_clear (&scanner->values);
  riscv_forget_slots (&scanner->slots);
  audit_clear_targets (&scanner->targets, range->start,
		       range->function ? range->function->end : range->end);
  if (scanner->has_global_pointer)
    audit_set_address (&scanner->values, GLOBAL_POINTER,
		       scanner->global_pointer, false);
}

static void
scan_range (struct audit_file *file, void *state,
	    const struct audit_range *range)
{
  struct scanner *scanner = state;
  struct audit_check pending = { 0 };
  struct placed placed = { .address = (range->start + 1) & -UINT64_C (2) };
  if (range->first)
    new_function (scanner, range);
  collect_targets (file, scanner, range);
  for (; placed.address + 2 <= range->end;
       placed.address += placed.instruction.length)
    {
      uint64_t at = placed.address;
      struct audit_check *check
	  = audit_check_ends_p (&pending, at) ? &pending : NULL;
      placed.instruction = riscv_decode (range->bytes + (at - range->start),
					 range->end - at, file->elf.is_64);
      if (audit_target_p (&scanner->targets, at))
	{
	  audit_values_new_block (&scanner->values);
	  riscv_forget_slots (&scanner->slots);
	}
      scan_instruction (file, scanner, range, &placed, check);
      if (check)
	{
	  AUDIT_APPEND (file, checks, pending);
	  pending = (struct audit_check){ 0 };
	}
      if (placed.instruction.operation == RISCV_EBREAK
	  && !read_check (file, scanner, &placed, &pending))
	pending = (struct audit_check){ 0 };
      scanner->last[scanner->count++ % REMEMBERED] = placed;
    }
  if (pending.end)
    AUDIT_APPEND (file, checks, pending);
}

static unsigned
nop_length (const struct audit_file *file,
	    const struct audit_function *function, const unsigned char *bytes,
	    size_t size)
{
  (void) function;
  if (size < 2)
    return 0;
  struct riscv_instruction instruction
      = riscv_decode (bytes, size, file->elf.is_64);
  /* c.nop with a hint is no padding.  */
  return instruction.operation == RISCV_NOP && !instruction.value
	     ? instruction.length
	     : 0;
}

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_RISCV_32:
    case R_RISCV_64:
      return AUDIT_REL_ABSOLUTE;
    case R_RISCV_32_PCREL:
      return AUDIT_REL_RELATIVE;
    case R_RISCV_ADD32:
    case R_RISCV_ADD64:
      return AUDIT_REL_ADDED;
    case R_RISCV_BRANCH:
    case R_RISCV_JAL:
    case R_RISCV_CALL:
    case R_RISCV_CALL_PLT:
    case R_RISCV_RVC_BRANCH:
    case R_RISCV_RVC_JUMP:
      return AUDIT_REL_BRANCH;
    case R_RISCV_HI20:
    case R_RISCV_PCREL_HI20:
      return AUDIT_REL_CODE;
    case R_RISCV_GOT_HI20:
      return AUDIT_REL_GOT;
    case R_RISCV_RELATIVE:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

#define MACHINE(NAME, IS_64)                                                   \
  {                                                                            \
    .name = NAME, .elf_machine = EM_RISCV, .is_64 = IS_64,                     \
    .has_trap_table = true, .register_names = register_names,                  \
    .start = start_scanner, .scan = scan_range, .stop = stop_scanner,          \
    .nop_length = nop_length, .relocation_kind = relocation_kind               \
  }

const struct audit_machine audit_machine_riscv64 = MACHINE ("riscv64", true);
const struct audit_machine audit_machine_riscv32 = MACHINE ("riscv32", false);
