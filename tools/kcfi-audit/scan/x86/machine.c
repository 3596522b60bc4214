/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86_64: finding checks, calls and preambles (doc/abi.md "x86_64").

     check                                 preamble
	movl	$-ID, %r10d   any register	__cfi_f:
	addl	-4-M(%rax), %r10d			nop ...
	je	1f					movl	$ID, %eax
	ud2						nop (M of them)
     1:	call	*%rax			f:

   Without a free register there is  push %rcx  in front of the movl and  pop %rcx
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
#include "../../../../gimple/ids/mask.h"
#include "../thunks.h"
#include "inline-thunk.h"
#include "instruction.h"
#include "values.h"

static const char *const register_names[]
    = { "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8",
	"r9",  "r10", "r11", "r12", "r13", "r14", "r15", NULL };

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
  bool excused;	  /* A value in a register excused a site of the range.  */
  bool goes_back; /* A branch in it leads back.  */
  uint64_t inline_body; /* Where the inline thunk that was seen last stands.  */
};

static void *
start_scanner (struct audit_file *file)
{
  struct scanner *scanner = kcfi_allocate (sizeof *scanner);
  memset (scanner, 0, sizeof *scanner);
  scanner->values.file = file;
  if (cs_open (CS_ARCH_X86, CS_MODE_64, &scanner->capstone) != CS_ERR_OK)
    {
      free (scanner);
      return NULL;
    }
  cs_option (scanner->capstone, CS_OPT_DETAIL, CS_OPT_ON);
  scanner->insn = cs_malloc (scanner->capstone);
  audit_find_thunks (&scanner->thunks, file, thunk_prefixes, register_names);
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
  free (scanner);
}

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

/* True if TRAP, an ud2, ends a check; fill *CHECK then.  */

static bool
read_check (const struct x86_history *history,
	    const struct x86_instruction *trap, struct audit_check *check)
{
  const struct x86_instruction *jump = x86_previous (history, 1);
  const struct x86_instruction *pop = x86_previous (history, 2);
  unsigned popped = pop && pop->id == X86_INS_POP ? 1 : 0;
  const struct x86_instruction *compare = x86_previous (history, 2 + popped);
  const struct x86_instruction *load = x86_previous (history, 3 + popped);
  const struct x86_instruction *push = x86_previous (history, 5);
  if (!jump || jump->id != X86_INS_JE || jump->immediate != trap->end
      || jump->end != trap->address || !compare || !looks_in_front_p (compare))
    return false;
  *check = (struct audit_check){ .trap = trap->address,
				 .end = trap->end,
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
  if (compare->id != X86_INS_ADD || !compare->reads_memory || !load
      || load->id != X86_INS_MOV || !load->has_immediate
      || load->to != compare->to || load->end != compare->address)
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

/* FineIBT rewrites exactly this, of 14 bytes before the call:
     movl $-ID, %r10d; addl -15(%r11), %r10d; je 1f; ud2; 1: cs call thunk_r11
   Source: Linux arch/x86/kernel/alternative.c, cfi_rewrite_callers.  */

static bool
fineibt_form_p (const struct audit_check *check,
		const struct x86_instruction *branch)
{
  enum
  {
    R11 = 11
  };
  return check->target == R11 && check->offset == 15
	 && check->end - check->address == 14 && branch->cs_prefix
	 && branch->end - branch->address == 6;
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
    site->fineibt = fineibt_form_p (check, instruction);
  if (site->reason != AUDIT_UNKNOWN)
    return;
  /* Linux 6.12's thunks are labels.  */
  unsigned char own;
  const struct audit_function *thunk = range->function;
  if (!thunk)
    thunk = audit_label_at (&file->elf, instruction->address);
  if (thunk
      && audit_thunk_name_p (thunk->name, thunk_prefixes, register_names, &own))
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
    scanner->excused = true;
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
	  && x86_inline_jump_p (range, instruction,
				x86_previous (&scanner->history, 1), &target))
	add_site (file, scanner, range, instruction, AUDIT_JUMP, target, check);
    }
  else if (instruction->id == X86_INS_JMP
	   && x86_inline_call_p (range, instruction, &target,
				 &scanner->inline_body))
    add_site (file, scanner, range, instruction, AUDIT_CALL, target, check);
  else
    {
      audit_add_target (&scanner->targets, instruction->immediate);
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
  if (instruction->id == X86_INS_UD2
      && !read_check (&scanner->history, instruction, pending))
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
  while (left)
    {
      struct x86_instruction instruction
	  = decode_instruction (scanner, &bytes, &left, &address);
      if (audit_target_p (&scanner->targets, instruction.address))
	audit_values_new_block (&scanner->values);
      scan_instruction (file, scanner, range, &instruction, &pending);
      /* As if it were not there: the assembler puts it into checks.  */
      if (instruction.id != X86_INS_LFENCE)
	x86_remember (&scanner->history, &instruction);
      x86_follow (&scanner->values, &instruction);
    }
  if (pending.end)
    AUDIT_APPEND (file, checks, pending);
}

/* Decoding takes most of the time, and the targets of branches backward are
   only known behind the code that they lead to: scan RANGE again with all of
   them only if that may change what was found.  */

static void
scan_range (struct audit_file *file, void *state,
	    const struct audit_range *range)
{
  struct scanner *scanner = state;
  size_t sites = file->sites_count, checks = file->checks_count;
  audit_clear_targets (&scanner->targets, range->start, range->end);
  scanner->excused = scanner->goes_back = false;
  scan_once (file, scanner, range);
  if (!scanner->excused || !scanner->goes_back)
    return;
  file->sites_count = sites;
  file->checks_count = checks;
  scan_once (file, scanner, range);
}

/* Without symbols: nops of one byte, before them a movl of an immediate.  Code
   in front of a function can look like that, so the movl must come first in an
   aligned block or have the padding in front that belongs to it.  */

static void
find_preamble (const struct audit_file *file,
	       const struct audit_function *function,
	       struct audit_preamble *preamble)
{
  const struct audit_section *section = &file->elf.sections[function->section];
  uint64_t start = function->address - section->address;
  uint64_t at = start;
  while (at && section->bytes[at - 1] == 0x90)
    at--;
  if (at < 5 || (section->bytes[at - 5] & 0xf8) != 0xb8)
    return;
  bool first = (section->address + at - 5) % 16 == 0;
  bool padded = at >= 8 && section->bytes[at - 6] == 0x90
		&& section->bytes[at - 7] == 0x90
		&& section->bytes[at - 8] == 0x90;
  if (!first && !padded)
    return;
  preamble->id = audit_read_32 (section->bytes + at - 4);
  preamble->offset = (uint32_t) (start - at + 4);
  preamble->arity = section->bytes[at - 5] & 7;
  preamble->present = true;
}

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_X86_64_64:
    case R_X86_64_32:
    case R_X86_64_32S:
      return AUDIT_REL_ABSOLUTE;
    case R_X86_64_PC32:
    case R_X86_64_PC64:
      return AUDIT_REL_RELATIVE;
    case R_X86_64_PLT32:
      return AUDIT_REL_BRANCH;
    case R_X86_64_GOTPCREL:
    case R_X86_64_GOTPCRELX:
    case R_X86_64_REX_GOTPCRELX:
      return AUDIT_REL_GOT;
    case R_X86_64_RELATIVE:
    case R_X86_64_GLOB_DAT:
    case R_X86_64_IRELATIVE:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

/* The forms in which compilers put an address into a register or into memory:
     lea    disp32(%rip), %reg		[4x] 8d /r, mod 0, rm 5
     mov    $imm32, %reg32		[41] b8+r
     movq   $imm32, %reg or memory	48 c7 /0 ...
     push   $imm32			68  */

static unsigned
formed_address (const unsigned char *bytes, size_t size, uint64_t place,
		uint64_t *address)
{
  if (size < 8)
    return 0;
  if ((bytes[0] & 0xf8) == 0x48 && bytes[1] == 0x8d && (bytes[2] & 0xc7) == 5)
    {
      *address = place + 7
		 + (uint64_t) (int64_t) (int32_t) audit_read_32 (bytes + 3);
      return 7;
    }
  if ((bytes[0] & 0xf8) == 0xb8 || bytes[0] == 0x68)
    {
      *address = audit_read_32 (bytes + 1);
      return 5;
    }
  if ((bytes[0] & 0xf8) != 0x48 || bytes[1] != 0xc7 || (bytes[2] & 0x38))
    return 0;
  /* ModRM, SIB and displacement before the immediate.  */
  unsigned mod = bytes[2] >> 6, rm = bytes[2] & 7, length = 3;
  if (mod != 3)
    {
      if (rm == 4)
	length++;
      length += mod == 1 ? 1 : mod == 2 || (mod == 0 && rm == 5) ? 4 : 0;
    }
  if (length + 4 > size)
    return 0;
  *address = (uint64_t) (int64_t) (int32_t) audit_read_32 (bytes + length);
  return length + 4;
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
	.find_preamble = find_preamble,
	.relocation_kind = relocation_kind,
	.mask_id = kcfi_mask_endbr,
	.formed_address = formed_address };
