/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86_64 and i386: finding checks, calls and preambles (doc/abi.md "x86_64",
   doc/abi-generic.md "i386").

     check                                 preamble
	movl	$-ID, %r10d   any register	__cfi_f:
	addl	-4-M(%rax), %r10d			nop ...
	je	1f					movl	$ID, %eax
	ud2						nop (M of them)
     1:	call	*%rax			f:

   With check=not-taken the end is  jne 1f; test $0xd6, %al  where 1 is the byte
   d6.  Without a free register there is  push %rcx  in front of the movl and  pop %rcx
   in front of the je, or, in code of earlier versions,  cmpl $ID, -4-M(%rax)  in
   place of both.  The call may be one of a retpoline, __x86_indirect_thunk_rax,
   or contain it; see inline-thunk.h.  The assembler may put an lfence behind the
   addl and the popq (-Wa,-mlfence-after-load=yes) and in front of the call
   (-Wa,-mlfence-before-indirect-branch=all).  */

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/array.h"
#include "../branch-targets.h"
#include "../bypass.h"
#include "../../../../gimple/ids/mask.h"
#include "../thunks.h"
#include "bytes.h"
#include "check.h"
#include "flow.h"
#include "inline-thunk.h"
#include "instruction.h"
#include "slot.h"
#include "values.h"

static const char *const register_names[]
    = { "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8",
	"r9",  "r10", "r11", "r12", "r13", "r14", "r15", NULL };

static const char *const register_names_32[]
    = { "eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", NULL };

/* Functions whose only job is to jump where a register says.  */
static const char *const thunk_prefixes[] = { "__x86_indirect_call_thunk_",
					      "__x86_indirect_jump_thunk_",
					      "__x86_indirect_thunk_",
					      "__x86_indirect_its_thunk_",
					      "__llvm_retpoline_",
					      "__llvm_lvi_thunk_",
					      NULL };

struct scanner
{
  csh capstone;
  cs_insn *insn;
  struct audit_thunks thunks;
  struct x86_history history;
  struct audit_values values;
  struct audit_branch_targets targets; /* Of branches so far.  */
  struct x86_flow flow;
  bool follows;	    /* This scan follows addresses over branches ...  */
  bool tracks;	    /* ... and what becomes of them.  */
  uint64_t got;	    /* i386: its address in the image, or 0.  */
  bool large;	    /* The range has a movabs of an address.  */
  bool opaque;	    /* It has ways that are not seen.  */
  bool excused_now; /* This instruction was excused like that: */
  bool excused;	    /* A value in a register excused a site of the range.  */
  bool goes_back;   /* A branch in it leads back.  */
  uint64_t inline_body; /* Where the inline thunk that was seen last stands.  */
};

/* What code of i386 for shared libraries adds to find everything; 0 in an object.  */

static uint64_t
find_got (const struct audit_file *file)
{
  const struct audit_symbols *table = &file->elf.tables[AUDIT_STATIC_SYMBOLS];
  for (size_t i = 0; !file->elf.relocatable && i < table->symbols_count; i++)
    if (!strcmp (table->symbols[i].name, "_GLOBAL_OFFSET_TABLE_"))
      return table->symbols[i].address;
  return 0;
}

static void *
start_scanner (struct audit_file *file)
{
  struct scanner *scanner = kcfi_allocate (sizeof *scanner);
  memset (scanner, 0, sizeof *scanner);
  scanner->values.file = file;
  if (cs_open (CS_ARCH_X86, file->elf.is_64 ? CS_MODE_64 : CS_MODE_32,
	       &scanner->capstone)
      != CS_ERR_OK)
    {
      free (scanner);
      return NULL;
    }
  cs_option (scanner->capstone, CS_OPT_DETAIL, CS_OPT_ON);
  scanner->got = find_got (file);
  scanner->insn = cs_malloc (scanner->capstone);
  audit_find_thunks (&scanner->thunks, file, thunk_prefixes,
		     file->machine->register_names);
  return scanner;
}

static void
stop_scanner (void *state)
{
  struct scanner *scanner = state;
  if (!scanner)
    return;
  cs_free (scanner->insn, 1);
  cs_close (&scanner->capstone);
  audit_free_thunks (&scanner->thunks);
  audit_free_targets (&scanner->targets);
  x86_flow_free (&scanner->flow);
  free (scanner);
}

/* INSTRUCTION calls or jumps indirectly, as KIND says, through register TARGET or
   through memory; CHECK is the check directly before it, or NULL.  */

static void
add_site (struct audit_file *file, struct scanner *scanner,
	  const struct audit_range *range,
	  const struct x86_instruction *instruction, enum audit_site_kind kind,
	  unsigned char target, struct audit_check *check)
{
  struct audit_site *site
      = audit_add_site (file, kind, instruction->address, target, check);
  if (site->reason == AUDIT_CHECKED)
    site->fineibt = x86_fineibt_form_p (check, instruction);
  if (site->reason != AUDIT_UNKNOWN)
    return;
  site->loads_slot = !instruction->relative_branch
		     && x86_loads_slot_p (&scanner->history, instruction,
					  file->elf.is_64 ? 8 : 4);
  /* Linux 6.12's thunks are labels.  */
  unsigned char own;
  const struct audit_function *thunk = range->function;
  if (!thunk)
    thunk = audit_label_at (&file->elf, instruction->address);
  if (thunk
      && audit_thunk_name_p (thunk->name, thunk_prefixes,
			     file->machine->register_names, &own))
    {
      site->reason = AUDIT_THUNK;
      return;
    }
  struct audit_value value = target == AUDIT_NO_REGISTER
				 ? x86_loaded (&scanner->values, instruction)
				 : scanner->values.registers[target];
  site->reason = audit_excuse (&scanner->values, range->function, &value,
			       kind == AUDIT_JUMP);
  if (target != AUDIT_NO_REGISTER && site->reason != AUDIT_UNKNOWN)
    scanner->excused = scanner->excused_now = true;
  /* The cases of a switch.  */
  if (kind == AUDIT_JUMP
      && (site->reason == AUDIT_JUMP_TABLE || target == AUDIT_NO_REGISTER))
    scanner->opaque = true;
}

/* INSTRUCTION calls the function of i386 that returns where it is called from, in the
   register at the end of its name: __x86.get_pc_thunk.bx.  */

static void
follow_place_thunk (const struct audit_file *file, struct scanner *scanner,
		    const struct x86_instruction *instruction)
{
  static const char prefix[] = "__x86.get_pc_thunk.";
  bool known;
  const struct audit_relocation *relocation
      = file->elf.relocatable
	    ? audit_relocation_at (&file->elf, instruction->end - 4)
	    : NULL;
  uint64_t target
      = relocation ? audit_relocation_value (&file->elf, relocation, &known) + 4
		   : instruction->immediate;
  const struct audit_function *thunk
      = file->elf.is_64 ? NULL
			: audit_function_starting_at (&file->elf, target);
  /* Objcopy may have put something in front of all names.  */
  const char *found = thunk ? strstr (thunk->name, prefix) : NULL;
  for (unsigned i = 0; found && register_names_32[i]; i++)
    if (!strcmp (found + sizeof prefix - 1, register_names_32[i] + 1))
      audit_set_address (&scanner->values, i, instruction->end, false);
}

/* True if INSTRUCTION, a direct jump, perhaps under a condition, may lead to or
   from the cold part of the function: that is another range.  */

static bool
leaves_p (const struct audit_file *file, const struct audit_range *range,
	  const struct x86_instruction *instruction)
{
  const struct audit_relocation *relocation
      = file->elf.relocatable
	    ? audit_relocation_at (&file->elf, instruction->end - 4)
	    : NULL;
  bool tail_call = instruction->id == X86_INS_JMP;
  if (relocation)
    {
      const struct audit_symbol *symbol
	  = audit_relocation_symbol (&file->elf, relocation);
      return !tail_call || !symbol || symbol->type == STT_SECTION
	     || strstr (symbol->name, ".cold");
    }
  uint64_t target = instruction->immediate;
  if (target >= range->start && target < range->end)
    return false;
  return !tail_call || !audit_function_starting_at (&file->elf, target);
}

/* A direct branch, which may be an indirect one in disguise.  CHECK as above.  */

static void
scan_direct_branch (struct audit_file *file, struct scanner *scanner,
		    const struct audit_range *range,
		    const struct x86_instruction *instruction,
		    struct audit_check *check)
{
  unsigned char target;
  bool calls = instruction->id == X86_INS_CALL;
  if (audit_branch_to_thunk_p (&scanner->thunks, file, instruction->end - 4,
			       instruction->immediate, &target))
    add_site (file, scanner, range, instruction,
	      calls ? AUDIT_CALL : AUDIT_JUMP, target, check);
  else if (calls)
    {
      if (instruction->address != scanner->inline_body
	  && x86_inline_jump_p (range, file->elf.is_64, instruction,
				x86_previous (&scanner->history, 1), &target))
	add_site (file, scanner, range, instruction, AUDIT_JUMP, target, check);
    }
  else if (instruction->id == X86_INS_JMP
	   && x86_inline_call_p (range, file->elf.is_64, instruction, &target,
				 &scanner->inline_body))
    add_site (file, scanner, range, instruction, AUDIT_CALL, target, check);
  else
    {
      scanner->opaque |= leaves_p (file, range, instruction);
      if (scanner->follows)
	x86_flow_branch (&scanner->flow, &scanner->values,
			 instruction->immediate);
      audit_note_branch (file, &scanner->targets, instruction->address,
			 instruction->immediate);
      if (instruction->immediate <= instruction->address)
	scanner->goes_back = true;
    }
}

/* True if INSTRUCTION, an indirect jump, returns: pop %rcx; lfence; jmp *%rcx, as
   Clang's -mlvi-cfi has it (X86LoadValueInjectionRetHardening.cpp).  */

static bool
returns_p (const struct scanner *scanner,
	   const struct x86_instruction *instruction)
{
  enum
  {
    LFENCE_LENGTH = 3
  };
  const struct x86_instruction *previous = x86_previous (&scanner->history, 1);
  return previous && previous->id == X86_INS_POP
	 && previous->to == instruction->to
	 && previous->to != AUDIT_NO_REGISTER
	 /* The history leaves it out.  */
	 && previous->end + LFENCE_LENGTH == instruction->address;
}

static void
scan_instruction (struct audit_file *file, struct scanner *scanner,
		  const struct audit_range *range,
		  const struct x86_instruction *instruction,
		  struct audit_check *pending)
{
  struct audit_check *check
      = audit_check_ends_p (pending, instruction->address) ? pending : NULL;
  if (check && instruction->id == X86_INS_LFENCE)
    {
      check->end = instruction->end;
      return;
    }
  if (instruction->relative_branch)
    scan_direct_branch (file, scanner, range, instruction, check);
  else if (instruction->id == X86_INS_CALL
	   || (instruction->id == X86_INS_JMP
	       && !returns_p (scanner, instruction)))
    add_site (file, scanner, range, instruction,
	      instruction->id == X86_INS_CALL ? AUDIT_CALL : AUDIT_JUMP,
	      instruction->to, check);
  if (check)
    {
      AUDIT_APPEND (file, checks, *check);
      *pending = (struct audit_check){ 0 };
    }
  if ((instruction->id == X86_INS_UD2 || x86_trap_inside_p (instruction))
      && !x86_read_check (&scanner->history, instruction, pending))
    *pending = (struct audit_check){ 0 };
}

/* Decode one instruction at *BYTES, of which *LEFT are left, and go on to the
   next.  What is none, or none that capstone knows, is one of one byte.  */

static struct x86_instruction
decode_instruction (struct scanner *scanner, const uint8_t **bytes,
		    size_t *left, uint64_t *address)
{
  if (cs_disasm_iter (scanner->capstone, bytes, left, address, scanner->insn))
    return x86_reduce (scanner->insn);
  ++*bytes, --*left, ++*address;
  return (struct x86_instruction){ .address = *address - 1,
				   .end = *address,
				   .to = AUDIT_NO_REGISTER };
}

/* What is known at PLACE, before the instruction there.  */

static void
enter_place (struct scanner *scanner, uint64_t place)
{
  bool label = audit_target_p (&scanner->targets, place);
  if (label && scanner->follows)
    x86_flow_label (&scanner->flow, &scanner->values, place);
  else if (label)
    audit_values_new_block (&scanner->values);
  else if (scanner->follows)
    x86_flow_instruction (&scanner->flow);
}

/* The cold part of a function of i386 finds the GOT where the other part has put it:
   any register may have it, to be looked into as a table.  */

static void
remember_got (struct scanner *scanner)
{
  for (unsigned i = 0; register_names_32[i]; i++)
    scanner->values.addresses[i]
	= (struct audit_value){ .kind = AUDIT_VALUE_ADDRESS,
				.address = scanner->got };
}

static void
scan_once (struct audit_file *file, struct scanner *scanner,
	   const struct audit_range *range)
{
  const uint8_t *bytes = range->bytes;
  size_t left = range->end - range->start;
  uint64_t address = range->start;
  struct audit_check pending = { 0 };
  scanner->inline_body = UINT64_MAX;
  memset (&scanner->history, 0, sizeof scanner->history);
  audit_values_clear (&scanner->values);
  if (!file->elf.is_64 && range->function
      && strstr (range->function->name, ".cold"))
    remember_got (scanner);
  while (left)
    {
      struct x86_instruction instruction
	  = decode_instruction (scanner, &bytes, &left, &address);
      enter_place (scanner, instruction.address);
      scanner->excused_now = false;
      scan_instruction (file, scanner, range, &instruction, &pending);
      /* As if it were not there: the assembler puts it into checks.  */
      if (instruction.id != X86_INS_LFENCE)
	x86_remember (&scanner->history, &instruction);
      if (scanner->tracks)
	x86_flow_uses (&scanner->flow, &scanner->values, &instruction,
		       scanner->excused_now);
      x86_follow (&scanner->values, &instruction);
      if (instruction.id == X86_INS_CALL && instruction.relative_branch)
	follow_place_thunk (file, scanner, &instruction);
      scanner->large
	  |= instruction.id == X86_INS_MOVABS && instruction.has_immediate;
      if (instruction.id == X86_INS_JMP || instruction.id == X86_INS_RET)
	scanner->flow.reachable = false;
    }
  if (pending.end)
    AUDIT_APPEND (file, checks, pending);
}

/* Where FILE's lists end, to scan a range once more.  */
struct mark
{
  size_t sites, checks;
};

static void
scan_again (struct audit_file *file, struct scanner *scanner,
	    const struct audit_range *range, const struct mark *mark)
{
  file->sites_count = mark->sites;
  file->checks_count = mark->checks;
  scan_once (file, scanner, range);
}

/* RANGE has a movabs: follow what it forms.  */

static void
scan_large (struct audit_file *file, struct scanner *scanner,
	    const struct audit_range *range, const struct mark *mark)
{
  enum
  {
    MAX_SCANS = 8
  };
  scanner->tracks = true;
  scanner->follows
      = !scanner->opaque && !strstr (range->function->name, ".cold");
  x86_flow_start (&scanner->flow, range);
  scan_again (file, scanner, range, mark);
  for (unsigned i = 0; scanner->follows && i < MAX_SCANS; i++)
    {
      x86_flow_rescan (&scanner->flow);
      scan_again (file, scanner, range, mark);
      if (!scanner->flow.changed)
	break;
    }
  /* Do not believe what did not settle.  */
  if (scanner->follows && scanner->flow.changed)
    {
      scanner->follows = false;
      x86_flow_rescan (&scanner->flow);
      scan_again (file, scanner, range, mark);
    }
  x86_flow_finish (&scanner->flow, file);
  scanner->follows = scanner->tracks = false;
}

/* Decoding takes most of the time, and the targets of branches backward are
   only known behind the code that they lead to: scan RANGE again with all of
   them only if that may change what was found.  */

static void
scan_range (struct audit_file *file, void *state,
	    const struct audit_range *range)
{
  struct scanner *scanner = state;
  struct mark mark = { file->sites_count, file->checks_count };
  audit_clear_targets (&scanner->targets, range->start, range->end);
  scanner->excused = scanner->goes_back = false;
  scanner->large = scanner->opaque = false;
  scan_once (file, scanner, range);
  if (scanner->large && range->function)
    scan_large (file, scanner, range, &mark);
  else if (scanner->excused && scanner->goes_back)
    scan_again (file, scanner, range, &mark);
}

const struct audit_machine audit_machine_x86_64
    = { .name = "x86_64",
	.elf_machine = EM_X86_64,
	.is_64 = true,
	.has_trap_table = true,
	.has_preamble_symbols = true,
	.register_names = register_names,
	.start = start_scanner,
	.scan = scan_range,
	.stop = stop_scanner,
	.find_preamble = x86_find_preamble,
	.relocation_kind = x86_relocation_kind,
	.mask_id = kcfi_mask_endbr,
	.formed_address = x86_formed_address };

const struct audit_machine audit_machine_i386
    = { .name = "i386",
	.elf_machine = EM_386,
	.has_preamble_symbols = true,
	.register_names = register_names_32,
	.start = start_scanner,
	.scan = scan_range,
	.stop = stop_scanner,
	.find_preamble = x86_find_preamble,
	.relocation_kind = x86_32_relocation_kind,
	.mask_id = kcfi_mask_endbr,
	.formed_address = x86_32_formed_address };
