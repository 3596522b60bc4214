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

   All instructions have 32 bits and the few forms asked for are a mask and a
   value each: a disassembler would only be slower.  */

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"
#include "branch-targets.h"
#include "register-values.h"
#include "scan.h"
#include "thunks.h"

enum
{
  LINK = 30,
  CHECK_LENGTH = 24 /* Up to and with the brk.  */
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
start (struct audit_file *file)
{
  struct scanner *scanner = kcfi_allocate (sizeof *scanner);
  memset (scanner, 0, sizeof *scanner);
  scanner->values.file = file;
  audit_find_thunks (&scanner->thunks, file, thunk_prefixes, register_names);
  return scanner;
}

static void
stop (void *state)
{
  struct scanner *scanner = state;
  audit_free_targets (&scanner->targets);
  audit_free_thunks (&scanner->thunks);
  free (scanner);
}

/* --- Fields -------------------------------------------------------------- */

static unsigned
field (uint32_t word, unsigned low, unsigned width)
{
  return word >> low & ((1u << width) - 1);
}

static int64_t
signed_field (uint32_t word, unsigned low, unsigned width)
{
  return (int64_t) ((uint64_t) word << (64 - low - width)) >> (64 - width);
}

/* True if WORD is a direct branch; *TARGET is where it leads.  *LINKS: a call.
 */

static bool
direct_branch_p (uint32_t word, uint64_t place, uint64_t *target, bool *links)
{
  int64_t offset;
  *links = false;
  if ((word & 0x7c000000) == 0x14000000) /* b, bl  */
    {
      offset = signed_field (word, 0, 26);
      *links = word >> 31;
    }
  else if ((word & 0xff000000) == 0x54000000	 /* b.cond, bc.cond  */
	   || (word & 0x7e000000) == 0x34000000) /* cbz, cbnz  */
    offset = signed_field (word, 5, 19);
  else if ((word & 0x7e000000) == 0x36000000) /* tbz, tbnz  */
    offset = signed_field (word, 5, 14);
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
  *target = field (word, 5, 5);
  /* 1101011 opc(4) 11111 0000AM Rn Rm  */
  if ((word & 0xfe1ff000) != 0xd61f0000)
    return NO_BRANCH;
  switch (field (word, 21, 4))
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

/* True if the brk at OFFSET of RANGE ends a check; fill *CHECK then.  */

static bool
read_check (const struct audit_range *range, uint64_t offset,
	    struct audit_check *check)
{
  const unsigned length = CHECK_LENGTH - 4;
  if (offset < length)
    return false;
  uint32_t word[CHECK_LENGTH / 4];
  for (unsigned i = 0; i < CHECK_LENGTH / 4; i++)
    word[i] = audit_read_32 (range->bytes + offset - length + 4 * i);
  unsigned found = field (word[0], 0, 5), expected = field (word[1], 0, 5);
  unsigned target = field (word[0], 5, 5);
  int64_t displacement = signed_field (word[0], 12, 9);
  if ((word[0] & 0xffe00c00) != 0xb8400000 || displacement > -4 || target > LINK
      || (word[1] & 0xffe00000) != 0x72800000
      || (word[2] & 0xffe0001f) != (0x72a00000 | expected)
      || word[3] != (0x6b00001f | found << 5 | expected << 16)
      || word[4] != 0x54000040) /* b.eq .+8  */
    return false;
  unsigned number = field (word[5], 5, 16);
  *check = (struct audit_check){
    .address = range->start + offset - length,
    .trap = range->start + offset,
    .end = range->start + offset + 4,
    .id = field (word[2], 5, 16) << 16 | field (word[1], 5, 16),
    .offset = (uint32_t) -displacement,
    .target = (unsigned char) target,
    .wrong_trap = number != (0x8000 | expected << 5 | target),
  };
  return true;
}

/* --- Values -------------------------------------------------------------- */

/* What the relocation at PLACE makes of an address: false if there is none of a
   kind that does.  *GOT: of a place in the GOT, which only the linker knows. */

static bool
relocated_address (const struct audit_file *file, uint64_t place,
		   uint64_t *address, bool *got)
{
  const struct audit_relocation *relocation
      = file->elf.relocatable ? audit_relocation_at (&file->elf, place) : NULL;
  *got = false;
  if (!relocation)
    return false;
  switch (relocation->type)
    {
    case R_AARCH64_ADR_GOT_PAGE:
    case R_AARCH64_LD64_GOT_LO12_NC:
    case R_AARCH64_LD64_GOTPAGE_LO15:
    case R_AARCH64_TLSDESC_ADR_PAGE21:
    case R_AARCH64_TLSDESC_LD64_LO12:
    case R_AARCH64_TLSDESC_ADD_LO12:
      *got = true;
      *address = 0;
      return true;
    default:
      {
	bool known;
	*address = audit_relocation_value (&file->elf, relocation, &known);
	return known;
      }
    }
}

/* adr and adrp.  */

static void
form_address (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = field (word, 0, 5);
  int64_t offset = signed_field (word, 5, 19) * 4 + field (word, 29, 2);
  uint64_t address = place + (uint64_t) offset;
  bool page = word >> 31, got = false;
  if (page)
    address = (place & -UINT64_C (4096)) + (uint64_t) offset * 4096;
  if (relocated_address (values->file, place, &address, &got) && page)
    address &= -UINT64_C (4096);
  audit_set_address (values, to, address, got);
  if (!page)
    audit_note_formed (values, place, to);
}

/* ldr xD, label: a constant in the code, or what the loader makes of it.  */

static void
load_literal (struct audit_values *values, uint32_t word, uint64_t place)
{
  const struct audit_elf *elf = &values->file->elf;
  unsigned to = field (word, 0, 5);
  uint64_t address = place + (uint64_t) signed_field (word, 5, 19) * 4;
  const struct audit_section *section = audit_section_at (elf, address, 8);
  const struct audit_relocation *relocation
      = audit_relocation_at (elf, address);
  bool known = true;
  audit_set_unknown (values, to);
  if (!section || !(section->flags & SHF_EXECINSTR))
    return;
  uint64_t value = relocation
		       ? audit_relocation_value (elf, relocation, &known)
		       : audit_data (elf, audit_bytes_at (elf, address, 8), 8);
  if (known && value)
    audit_set_address (values, to, value, false);
  audit_note_formed (values, place, to);
}

/* add xD, xN, #imm  */

static void
add_immediate (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = field (word, 0, 5), from = field (word, 5, 5);
  uint64_t constant = (uint64_t) field (word, 10, 12)
		      << 12 * field (word, 22, 1);
  uint64_t address;
  bool got;
  if (relocated_address (values->file, place, &address, &got))
    audit_set_address (values, to, address, got);
  else
    audit_add_constant (values, to, from, constant);
  audit_note_formed (values, place, to);
}

/* add xD, xN, xM with a shift or extension.  */

static void
add_register (struct audit_values *values, uint32_t word, bool extended)
{
  struct audit_extension extension = { 0 };
  if (extended)
    {
      unsigned option = field (word, 13, 3);
      extension = (struct audit_extension){
	.size = option % 4 == 3 ? 0 : (unsigned char) (1 << option % 4),
	.is_signed = option >= 4,
	.shift = (unsigned char) field (word, 10, 3)
      };
    }
  else if (field (word, 22, 2) == 0) /* lsl  */
    extension.shift = (unsigned char) field (word, 10, 6);
  else
    {
      audit_set_unknown (values, field (word, 0, 5));
      return;
    }
  audit_add_values (values, field (word, 0, 5), field (word, 5, 5),
		    field (word, 16, 5), extension);
}

/* The size that a load of general registers has, 0 for others; by the fields
   size and opc.  */

static unsigned
load_size (uint32_t word, bool *is_signed)
{
  unsigned size = field (word, 30, 2), opc = field (word, 22, 2);
  *is_signed = opc >= 2;
  if (field (word, 26, 1) || opc == 0 || (size == 3 && opc > 1)
      || (size == 2 && opc == 3))
    return 0;
  return 1u << size;
}

static void
load (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = field (word, 0, 5), from = field (word, 5, 5);
  bool is_signed;
  unsigned size = load_size (word, &is_signed);
  struct audit_value base = values->registers[from];
  uint64_t offset = 0, address;
  bool got;
  if (field (word, 24, 1)) /* unsigned offset  */
    {
      offset = (uint64_t) field (word, 10, 12) * size;
      if (relocated_address (values->file, place, &address, &got))
	{
	  base = (struct audit_value){ .kind = AUDIT_VALUE_ADDRESS,
				       .address = address,
				       .got = got };
	  offset = 0;
	}
    }
  else if (field (word, 21, 1) && field (word, 10, 2) == 2) /* register  */
    {
      if (base.kind != AUDIT_VALUE_ADDRESS)
	base = values->registers[field (word, 16, 5)];
      base = audit_indexed (base);
    }
  else
    {
      /* Unscaled, or with a changed base.  */
      if (field (word, 10, 1))
	audit_set_unknown (values, from);
      size = 0;
    }
  struct audit_value value
      = size ? audit_value_at (values, base, offset, size, is_signed)
	     : (struct audit_value){ 0 };
  audit_set_unknown (values, to);
  if (value.kind != AUDIT_VALUE_UNKNOWN && to < LINK)
    values->registers[to] = value;
}

/* What WORD, no branch, does to the registers.  Of what is not listed the
   lowest field is the register that changes, if any does.  */

static void
follow (struct audit_values *values, uint32_t word, uint64_t place)
{
  unsigned to = field (word, 0, 5);
  if ((word & 0x1f000000) == 0x10000000)
    form_address (values, word, place);
  else if ((word & 0xff000000) == 0x58000000)
    load_literal (values, word, place);
  else if ((word & 0xff800000) == 0x91000000)
    add_immediate (values, word, place);
  else if ((word & 0xff200000) == 0x8b000000)
    add_register (values, word, false);
  else if ((word & 0xffe00000) == 0x8b200000)
    add_register (values, word, true);
  else if ((word & 0xffe0ffe0) == 0xaa0003e0)
    audit_copy_value (values, to, field (word, 16, 5));
  else if ((word & 0x3b000000) == 0x38000000
	   || (word & 0x3b000000) == 0x39000000)
    {
      /* Loads and stores of one register; a store changes none but its base. */
      bool is_signed;
      if (load_size (word, &is_signed))
	load (values, word, place);
      else if ((word & 0x3b200400) == 0x38000400)
	audit_set_unknown (values, field (word, 5, 5));
    }
  else if ((word & 0x3a000000) == 0x28000000)
    {
      /* Pairs.  */
      if (field (word, 22, 1))
	{
	  audit_set_unknown (values, to);
	  audit_set_unknown (values, field (word, 10, 5));
	}
      if (field (word, 23, 1))
	audit_set_unknown (values, field (word, 5, 5));
    }
  else if (to <= LINK)
    audit_set_unknown (values, to);
}

static void
forget_call_clobbered (struct audit_values *values)
{
  for (unsigned i = 0; i <= 18; i++)
    audit_set_unknown (values, i);
  audit_set_unknown (values, LINK);
}

/* --- Sites --------------------------------------------------------------- */

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
  if (range->function
      && audit_thunk_name_p (range->function->name, thunk_prefixes,
			     register_names, &own))
    site->reason = AUDIT_THUNK;
  else if (target <= LINK)
    site->reason
	= audit_excuse (&scanner->values, range->function,
			&scanner->values.registers[target], kind == AUDIT_JUMP);
}

static void
collect_targets (struct scanner *scanner, const struct audit_range *range)
{
  for (uint64_t at = range->start; at + 4 <= range->end; at += 4)
    {
      uint64_t target;
      bool links;
      if (direct_branch_p (audit_read_32 (range->bytes + (at - range->start)),
			   at, &target, &links)
	  && !links)
	audit_add_target (&scanner->targets, target);
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
    follow (&scanner->values, word, place);
  if (kind == CALL)
    forget_call_clobbered (&scanner->values);
  else if (kind != NO_BRANCH)
    audit_values_new_block (&scanner->values);
}

static void
scan (struct audit_file *file, void *state, const struct audit_range *range)
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
  collect_targets (scanner, range);
  for (; at + 4 <= range->end; at += 4)
    {
      uint64_t offset = at - range->start;
      uint32_t word = audit_read_32 (range->bytes + offset);
      struct audit_check *check = pending.end == at ? &pending : NULL;
      if (audit_target_p (&scanner->targets, at))
	audit_values_new_block (&scanner->values);
      scan_word (file, scanner, range, at, word, check);
      if (check)
	{
	  AUDIT_APPEND (file, checks, pending);
	  pending = (struct audit_check){ 0 };
	}
      /* brk #0x8000 to #0x8fff are KCFI's (Linux, CFI_BRK_IMM_BASE).  */
      if ((word & 0xffe0001f) == 0xd4200000 && field (word, 17, 4) == 8
	  && !read_check (range, offset, &pending))
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
    .start = start, .scan = scan, .stop = stop, .nop_length = nop_length,      \
    .relocation_kind = relocation_kind                                         \
  }

const struct audit_machine audit_machine_aarch64 = MACHINE ("aarch64", false);
const struct audit_machine audit_machine_aarch64_be
    = MACHINE ("aarch64_be", true);
