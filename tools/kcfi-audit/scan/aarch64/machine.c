/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aarch64, both byte orders (of data; instructions always are little-endian):
   finding checks and calls (doc/abi-targets.md "aarch64").

	ldur	wA, [xN, #-4-4*M]	hash
	movk	wB, #ID & 0xffff	nop (M of them)
	movk	wB, #ID >> 16, lsl #16	f:
	cmp	wA, wB
	b.eq	1f
	brk	#(0x8000 | B << 5 | N)
     1:	blr	xN		or br; with -mharden-sls=blr  bl thunk_xN

   With check=out-of-line the branch is  b.ne 2f  and behind the function stands

     2:	brk	#(0x8000 | B << 5 | N)
	b	1b

   All instructions have 32 bits and the few forms asked for are a mask and a
   value each: a disassembler would only be slower.  */

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "code.h"
#include "slot.h"
#include "../../base/array.h"
#include "../branch-targets.h"
#include "../bypass.h"
#include "../scan.h"
#include "../thunks.h"

enum
{
  BRANCH_AT = 16 /* Of a check: where its branch is.  */
};

static const char *const register_names[]
    = { "x0",  "x1",  "x2",  "x3",  "x4",  "x5",  "x6",	 "x7",	"x8",
	"x9",  "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17",
	"x18", "x19", "x20", "x21", "x22", "x23", "x24", "x25", "x26",
	"x27", "x28", "x29", "x30", "xzr", NULL };

/* Clang's and GCC's for -mharden-sls.  */
static const char *const thunk_prefixes[]
    = { "__llvm_slsblr_thunk_", "__call_indirect_", NULL };

struct scanner
{
  struct audit_values values;
  struct audit_branch_targets targets;
  struct audit_thunks thunks;
};

static void *
start_scanner (struct audit_file *file)
{
  struct scanner *scanner = kcfi_allocate (sizeof *scanner);
  memset (scanner, 0, sizeof *scanner);
  scanner->values.file = file;
  audit_find_thunks (&scanner->thunks, file, thunk_prefixes, register_names);
  return scanner;
}

static void
stop_scanner (void *state)
{
  struct scanner *scanner = state;
  audit_free_targets (&scanner->targets);
  audit_free_thunks (&scanner->thunks);
  free (scanner);
}

/* --- Branches --------------------------------------------------------- */

/* True if WORD is a direct branch; *TARGET is where it leads.  *LINKS: a call.
 */

static bool
direct_branch_p (uint32_t word, uint64_t place, uint64_t *target, bool *links)
{
  int64_t offset;
  *links = false;
  if ((word & 0x7c000000) == 0x14000000) /* b, bl  */
    {
      offset = aarch64_signed_field (word, 0, 26);
      *links = word >> 31;
    }
  else if ((word & 0xff000000) == 0x54000000	 /* b.cond, bc.cond  */
	   || (word & 0x7e000000) == 0x34000000) /* cbz, cbnz  */
    offset = aarch64_signed_field (word, 5, 19);
  else if ((word & 0x7e000000) == 0x36000000) /* tbz, tbnz  */
    offset = aarch64_signed_field (word, 5, 14);
  else
    return false;
  *target = place + (uint64_t) offset * 4;
  return true;
}

/* br, blr, ret and their forms with pointer authentication.  */

enum branch_kind
{
  NO_BRANCH,
  JUMP,
  CALL,
  RETURN
};

static enum branch_kind
indirect_branch (uint32_t word, unsigned *target)
{
  *target = aarch64_field (word, 5, 5);
  /* 1101011 opc(4) 11111 0000AM Rn Rm  */
  if ((word & 0xfe1ff000) != 0xd61f0000)
    return NO_BRANCH;
  switch (aarch64_field (word, 21, 4))
    {
    case 0:
    case 8:
      return JUMP;
    case 1:
    case 9:
      return CALL;
    default:
      return RETURN;
    }
}

/* --- Checks -------------------------------------------------------------- */

/* True if WORD is a brk with a number of KCFI, #0x8000 to #0x8fff (Linux,
   CFI_BRK_IMM_BASE).  */

static bool
trap_p (uint32_t word)
{
  return (word & 0xffe0001f) == 0xd4200000 && aarch64_field (word, 17, 4) == 8;
}

/* Where the trap is of a check whose branch, WORD, is at OFFSET of RANGE; 0 if it is
   no such branch.  */

static uint64_t
find_trap (const struct audit_range *range, uint64_t offset, uint32_t word)
{
  const uint64_t size = range->end - range->start;
  if (word == 0x54000040) /* b.eq .+8  */
    return offset + 4;
  if ((word & 0xff00001f) != 0x54000001) /* b.ne  */
    return 0;
  uint64_t trap = offset + (uint64_t) aarch64_signed_field (word, 5, 19) * 4;
  if (size < 8 || trap <= offset || trap > size - 8)
    return 0;
  uint32_t back = audit_read_32 (range->bytes + trap + 4);
  /* b to what follows the check's branch.  */
  if ((back & 0xfc000000) != 0x14000000
      || trap + 4 + (uint64_t) aarch64_signed_field (back, 0, 26) * 4
	     != offset + 4)
    return 0;
  return trap;
}

/* True if a check's branch is at OFFSET of RANGE; fill *CHECK then.  */

static bool
read_check (const struct audit_range *range, uint64_t offset,
	    struct audit_check *check)
{
  if (offset < BRANCH_AT || range->end - range->start - offset < 8)
    return false;
  uint32_t word[BRANCH_AT / 4 + 1];
  for (unsigned i = 0; i <= BRANCH_AT / 4; i++)
    word[i] = audit_read_32 (range->bytes + offset - BRANCH_AT + 4 * i);
  unsigned found = aarch64_field (word[0], 0, 5),
	   expected = aarch64_field (word[1], 0, 5);
  unsigned target = aarch64_field (word[0], 5, 5);
  int64_t displacement = aarch64_signed_field (word[0], 12, 9);
  uint64_t trap = find_trap (range, offset, word[4]);
  /* A register that the check changes is not the one that is called.  */
  if ((word[0] & 0xffe00c00) != 0xb8400000 || displacement > -4
      || target > AARCH64_LINK || target == found || target == expected
      || (word[1] & 0xffe00000) != 0x72800000
      || (word[2] & 0xffe0001f) != (0x72a00000 | expected)
      || word[3] != (0x6b00001f | found << 5 | expected << 16) || trap == 0)
    return false;
  uint32_t brk = audit_read_32 (range->bytes + trap);
  if (!trap_p (brk))
    return false;
  *check = (struct audit_check){
    .address = range->start + offset - BRANCH_AT,
    .trap = range->start + trap,
    .end = range->start + (trap == offset + 4 ? trap + 4 : offset + 4),
    .id = aarch64_field (word[2], 5, 16) << 16 | aarch64_field (word[1], 5, 16),
    .offset = (uint32_t) -displacement,
    .target = (unsigned char) target,
    .wrong_trap
    = aarch64_field (brk, 5, 16) != (0x8000 | expected << 5 | target),
  };
  return true;
}

/* True if the trap at OFFSET of RANGE is that of a check.  */

static bool
trap_of_check_p (const struct audit_range *range, uint64_t offset)
{
  struct audit_check check;
  if (offset >= 4 && read_check (range, offset - 4, &check)
      && check.trap == range->start + offset)
    return true;
  if (range->end - range->start - offset < 8)
    return false;
  uint32_t back = audit_read_32 (range->bytes + offset + 4);
  uint64_t behind
      = offset + 4 + (uint64_t) aarch64_signed_field (back, 0, 26) * 4;
  return (back & 0xfc000000) == 0x14000000 && behind >= 4 && behind <= offset
	 && read_check (range, behind - 4, &check)
	 && check.trap == range->start + offset;
}

/* --- Sites --------------------------------------------------------------- */

static void
forget_call_clobbered (struct audit_values *values)
{
  for (unsigned i = 0; i <= 18; i++)
    audit_set_unknown (values, i);
  audit_set_unknown (values, AARCH64_LINK);
}

static void
add_site (struct audit_file *file, struct scanner *scanner,
	  const struct audit_range *range, enum audit_site_kind kind,
	  uint64_t place, unsigned target, struct audit_check *check)
{
  struct audit_site *site
      = audit_add_site (file, kind, place, (unsigned char) target, check);
  unsigned char own;
  if (site->reason != AUDIT_UNKNOWN)
    return;
  site->loads_slot = aarch64_loads_slot_p (range, place, target);
  if (range->function
      && audit_thunk_name_p (range->function->name, thunk_prefixes,
			     register_names, &own))
    site->reason = AUDIT_THUNK;
  else if (target <= AARCH64_LINK)
    site->reason
	= audit_excuse (&scanner->values, range->function,
			&scanner->values.registers[target], kind == AUDIT_JUMP);
}

static void
collect_targets (struct audit_file *file, struct scanner *scanner,
		 const struct audit_range *range)
{
  for (uint64_t at = range->start; at + 4 <= range->end; at += 4)
    {
      uint64_t target, offset = at - range->start;
      bool links;
      /* Only a check's failure leads to the branch behind its trap.  */
      if (offset >= 4 && trap_p (audit_read_32 (range->bytes + offset - 4))
	  && trap_of_check_p (range, offset - 4))
	continue;
      if (direct_branch_p (audit_read_32 (range->bytes + offset), at, &target,
			   &links)
	  && !links)
	audit_note_branch (file, &scanner->targets, at, target);
    }
}

static void
scan_word (struct audit_file *file, struct scanner *scanner,
	   const struct audit_range *range, uint64_t place, uint32_t word,
	   struct audit_check *check)
{
  unsigned target;
  unsigned char thunk;
  uint64_t destination;
  bool links;
  enum branch_kind kind = indirect_branch (word, &target);
  if (kind == CALL || kind == JUMP)
    add_site (file, scanner, range, kind == CALL ? AUDIT_CALL : AUDIT_JUMP,
	      place, target, check);
  else if (kind == NO_BRANCH
	   && direct_branch_p (word, place, &destination, &links))
    {
      if (audit_branch_to_thunk_p (&scanner->thunks, file, place, destination,
				   &thunk))
	add_site (file, scanner, range, links ? AUDIT_CALL : AUDIT_JUMP, place,
		  thunk, check);
      if (links)
	forget_call_clobbered (&scanner->values);
      else if ((word & 0xfc000000) == 0x14000000)
	audit_values_new_block (&scanner->values);
    }
  else if (kind == NO_BRANCH)
    aarch64_follow (&scanner->values, word, place);
  if (kind == CALL)
    forget_call_clobbered (&scanner->values);
  else if (kind != NO_BRANCH)
    audit_values_new_block (&scanner->values);
}

static void
scan_range (struct audit_file *file, void *state,
	    const struct audit_range *range)
{
  struct scanner *scanner = state;
  struct audit_check pending = { 0 };
  uint64_t at = (range->start + 3) & -UINT64_C (4);
  if (range->first)
    {
      audit_values_clear (&scanner->values);
      audit_clear_targets (&scanner->targets, range->start,
			   range->function ? range->function->end : range->end);
    }
  collect_targets (file, scanner, range);
  for (; at + 4 <= range->end; at += 4)
    {
      uint64_t offset = at - range->start;
      uint32_t word = audit_read_32 (range->bytes + offset);
      struct audit_check *check
	  = audit_check_ends_p (&pending, at) ? &pending : NULL;
      if (audit_target_p (&scanner->targets, at))
	audit_values_new_block (&scanner->values);
      scan_word (file, scanner, range, at, word, check);
      if (check)
	{
	  AUDIT_APPEND (file, checks, pending);
	  pending = (struct audit_check){ 0 };
	}
      struct audit_check found;
      if (read_check (range, offset, &found))
	pending = found;
      if (trap_p (word) && !trap_of_check_p (range, offset))
	{
	  pending = (struct audit_check){ 0 };
	  AUDIT_APPEND (file, strays, at);
	}
    }
  if (pending.end)
    AUDIT_APPEND (file, checks, pending);
}

static unsigned
nop_length (const struct audit_file *file,
	    const struct audit_function *function, const unsigned char *bytes,
	    size_t size)
{
  (void) file;
  (void) function;
  return size >= 4 && audit_read_32 (bytes) == 0xd503201f ? 4 : 0;
}

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_AARCH64_ABS64:
    case R_AARCH64_ABS32:
      return AUDIT_REL_ABSOLUTE;
    case R_AARCH64_PREL64:
    case R_AARCH64_PREL32:
      return AUDIT_REL_RELATIVE;
    case R_AARCH64_JUMP26:
    case R_AARCH64_CALL26:
    case R_AARCH64_CONDBR19:
      return AUDIT_REL_BRANCH;
    case R_AARCH64_ADR_PREL_LO21:
    case R_AARCH64_ADD_ABS_LO12_NC:
    case R_AARCH64_MOVW_UABS_G0_NC:
      return AUDIT_REL_CODE;
    case R_AARCH64_LD64_GOT_LO12_NC:
    case R_AARCH64_LD64_GOTPAGE_LO15:
      return AUDIT_REL_GOT;
    case R_AARCH64_RELATIVE:
    case R_AARCH64_GLOB_DAT:
    case R_AARCH64_IRELATIVE:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

#define MACHINE(NAME, BIG_ENDIAN)                                              \
  {                                                                            \
    .name = NAME, .elf_machine = EM_AARCH64, .is_64 = true,                    \
    .big_endian = BIG_ENDIAN, .register_names = register_names,                \
    .start = start_scanner, .scan = scan_range, .stop = stop_scanner,          \
    .nop_length = nop_length, .relocation_kind = relocation_kind               \
  }

const struct audit_machine audit_machine_aarch64 = MACHINE ("aarch64", false);
const struct audit_machine audit_machine_aarch64_be
    = MACHINE ("aarch64_be", true);
