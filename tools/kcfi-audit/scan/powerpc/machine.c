/* SPDX-License-Identifier: GPL-3.0-or-later */
/* powerpc64le: finding checks and calls (doc/abi-generic.md "powerpc64").

     check				preamble
	mfctr	rS			.long	ID
	lwz	rS, -4(rS)		f:
	xoris	rS, rS, HIGH
	twnei	rS, LOW
	bctrl			or bctr

   With r0 as rS there is  addic r0, r0, -4; lwzx r0, 0, r0  in place of the lwz.
   A call may go through lr too.  The ABI is ELFv2: under ELFv1 the symbols of
   functions are those of descriptors.  */

#include <elf.h>

#include "decode.h"

static const char *const register_names[]
    = { "r0",  "r1",  "r2",  "r3",  "r4",  "r5",  "r6",	 "r7",	"r8",
	"r9",  "r10", "r11", "r12", "r13", "r14", "r15", "r16", "r17",
	"r18", "r19", "r20", "r21", "r22", "r23", "r24", "r25", "r26",
	"r27", "r28", "r29", "r30", "r31", "ctr", "lr",	 NULL };

enum
{
  NOP = 0x60000000,
  WORD = 4
};

/* The load in front of PLACE into SCRATCH: its OFFSET in front of the function,
   and how many words it has with the mfctr, 0 if it is none.  *MOVE is that.  */

static unsigned
read_load (const struct audit_file *file, const struct audit_range *range,
	   uint64_t place, unsigned scratch, int64_t *offset, uint32_t *move)
{
  uint32_t load = plain_word_before (file, range, place, 1);
  *offset = plain_signed (load & 0xffff, 16);
  *move = plain_word_before (file, range, place, 2);
  /* lwz  */
  if (scratch && load >> 16 == (32u << 10 | scratch << 5 | scratch))
    return 2;
  /* lwzx r0, 0, r0 and addic r0, r0, -OFFSET  */
  *offset = plain_signed (*move & 0xffff, 16);
  if (scratch || load != 0x7c00002e || *move >> 16 != 12u << 10)
    return 0;
  *move = plain_word_before (file, range, place, 3);
  return 3;
}

static bool
read_check (const struct audit_file *file, const struct audit_range *range,
	    uint64_t place, const struct plain_instruction *instruction,
	    struct audit_check *check)
{
  uint32_t trap = plain_word_before (file, range, place + WORD, 1);
  uint32_t high = plain_word_before (file, range, place, 1);
  uint32_t move;
  int64_t offset;
  unsigned scratch = plain_field (trap, 16, 5);
  (void) instruction;
  /* xoris  */
  if (high >> 16 != (27u << 10 | scratch << 5 | scratch)
      || place - range->start < WORD)
    return false;
  unsigned words
      = read_load (file, range, place - WORD, scratch, &offset, &move);
  uint32_t from_ctr = 0x7c0902a6 | scratch << 21;
  uint32_t from_lr = 0x7c0802a6 | scratch << 21;
  if (!words || offset > -4 || (move != from_ctr && move != from_lr))
    return false;
  *check = (struct audit_check){
    .address = place - WORD * (1 + (uint64_t) words),
    .trap = place,
    .end = place + WORD,
    .id = (uint32_t) plain_signed (trap & 0xffff, 16) ^ high << 16,
    .offset = (uint32_t) -offset,
    .target = move == from_ctr ? POWERPC_CTR : POWERPC_LR,
  };
  return true;
}

/* Numbers of the ABI: elf.h has no names for some.  */

static enum plain_role
relocation_role (uint32_t type)
{
  switch (type)
    {
    case R_PPC64_TOC16_HA:
    case R_PPC64_ADDR16_HA:
      return PLAIN_ROLE_WHOLE;
    case R_PPC64_TOC16_LO:
    case R_PPC64_TOC16_LO_DS:
    case R_PPC64_ADDR16_LO:
    case R_PPC64_ADDR16_LO_DS:
      return PLAIN_ROLE_LOW;
    case 120: /* R_PPC64_PLTCALL and R_PPC64_PLTCALL_NOTOC  */
    case 122:
      return PLAIN_ROLE_CALL;
    default:
      return PLAIN_ROLE_NONE;
    }
}

static const struct plain_machine machine = {
  .unit = 4,
  /* r0, r3 to r12, ctr and lr.  */
  .call_clobbered = UINT64_C (0x300001ff9),
  .constant = UINT64_C (1) << 2,
  .got_register = 2,
  .got_bias = 0x8000,
  .entry_register = 12,
  .stack = 1,
  .frame = 31,
  .decode = powerpc_decode,
  .read_check = read_check,
  .role = relocation_role,
};

static void *
start_scanner (struct audit_file *file)
{
  return plain_start (file, &machine);
}

static unsigned
nop_length (const struct audit_file *file,
	    const struct audit_function *function, const unsigned char *bytes,
	    size_t size)
{
  (void) function;
  if (size < WORD)
    return 0;
  uint32_t word = (uint32_t) audit_data (&file->elf, bytes, WORD);
  /* ori r1, r1, 0 and so on end a group of instructions; r2 is what GCC takes.  */
  return word == NOP || word == 0x60420000 ? WORD : 0;
}

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_PPC64_ADDR32:
    case R_PPC64_ADDR64:
      return AUDIT_REL_ABSOLUTE;
    case R_PPC64_REL32:
    case R_PPC64_REL64:
      return AUDIT_REL_RELATIVE;
    case R_PPC64_REL24:
    case R_PPC64_REL14:
    case 116: /* R_PPC64_REL24_NOTOC  */
      return AUDIT_REL_BRANCH;
    case R_PPC64_TOC16_HA:
    case R_PPC64_ADDR16_HA:
    case 132: /* R_PPC64_PCREL34  */
      return AUDIT_REL_CODE;
    case R_PPC64_RELATIVE:
    case R_PPC64_GLOB_DAT:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

const struct audit_machine audit_machine_powerpc64le = {
  .name = "powerpc64le",
  .elf_machine = EM_PPC64,
  .is_64 = true,
  .register_names = register_names,
  .start = start_scanner,
  .scan = plain_scan,
  .stop = plain_stop,
  .nop_length = nop_length,
  .relocation_kind = relocation_kind,
};
