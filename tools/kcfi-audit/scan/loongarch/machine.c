/* SPDX-License-Identifier: GPL-3.0-or-later */
/* loongarch64: finding checks and calls (doc/abi-generic.md "loongarch64").

     check				preamble
	ld.w	$S, $N, -4-4*M		.word	ID
	lu12i.w	$T, ID >> 12		nop (M of them)
	ori	$T, $T, ID & 0xfff	f:
	beq	$S, $T, 1f
	break	0
     1:	jirl	$r1, $N, 0		or $r0

   pcaddu18i and jirl are a direct call.  */

#include <elf.h>

#include "decode.h"

static const char *const register_names[]
    = { "r0",  "r1",  "r2",  "r3",  "r4",  "r5",  "r6",	 "r7",	"r8",
	"r9",  "r10", "r11", "r12", "r13", "r14", "r15", "r16", "r17",
	"r18", "r19", "r20", "r21", "r22", "r23", "r24", "r25", "r26",
	"r27", "r28", "r29", "r30", "r31", NULL };

enum
{
  WORD = 4,
  NOP = 0x03400000
};

static enum plain_role
relocation_role (uint32_t type)
{
  switch (type)
    {
    case 67: /* R_LARCH_ABS_HI20  */
    case 71: /* R_LARCH_PCALA_HI20  */
      return PLAIN_ROLE_WHOLE;
    case 68: /* R_LARCH_ABS_LO12  */
    case 72: /* R_LARCH_PCALA_LO12  */
    case 76: /* R_LARCH_GOT_PC_LO12  */
      return PLAIN_ROLE_LOW;
    case 75: /* R_LARCH_GOT_PC_HI20  */
      return PLAIN_ROLE_GOT;
    default:
      return PLAIN_ROLE_NONE;
    }
}

static bool read_check (const struct audit_file *file,
			const struct audit_range *range, uint64_t place,
			const struct plain_instruction *instruction,
			struct audit_check *check);

static const struct plain_machine machine = {
  .unit = 4,
  .call_clobbered = UINT64_C (0x1ffff2), /* r1, r4 to r20.  */
  .got_register = PLAIN_NONE,
  .entry_register = PLAIN_NONE,
  .stack = 3,
  .frame = 22,
  .decode = loongarch_decode,
  .read_check = read_check,
  .role = relocation_role,
};

/* True if the beq in front of PLACE leads behind the break there; in an object a
   relocation may say so.  */

static bool
passes_p (const struct audit_file *file, const struct audit_range *range,
	  uint64_t place)
{
  if (place - range->start < WORD)
    return false;
  const unsigned char *bytes = range->bytes + (place - WORD - range->start);
  struct plain_instruction branch = loongarch_decode (file, bytes, WORD);
  return plain_destination (file, &machine, place - WORD, &branch)
	 == place + WORD;
}

static bool
read_check (const struct audit_file *file, const struct audit_range *range,
	    uint64_t place, const struct plain_instruction *instruction,
	    struct audit_check *check)
{
  uint32_t branch = plain_word_before (file, range, place, 1);
  uint32_t low = plain_word_before (file, range, place, 2);
  uint32_t high = plain_word_before (file, range, place, 3);
  uint32_t load = plain_word_before (file, range, place, 4);
  unsigned found = plain_field (branch, 5, 5);
  unsigned expected = plain_field (branch, 0, 5);
  unsigned target = plain_field (load, 5, 5);
  int64_t offset = plain_signed (plain_field (load, 10, 12), 12);
  (void) instruction;
  /* beq, ori, lu12i.w and ld.w  */
  if (branch >> 26 != 0x16 || low >> 22 != 0x0e
      || plain_field (low, 0, 10) != (expected << 5 | expected)
      || high >> 25 != 0x0a || plain_field (high, 0, 5) != expected
      || load >> 22 != 0xa2 || plain_field (load, 0, 5) != found
      || offset > -4
      /* The check changes the register that is called.  */
      || target == found || target == expected || found == expected
      || !passes_p (file, range, place))
    return false;
  *check = (struct audit_check){
    .address = place - 4 * WORD,
    .trap = place,
    .end = place + WORD,
    .id = plain_field (high, 5, 20) << 12 | plain_field (low, 10, 12),
    .offset = (uint32_t) -offset,
    .target = (unsigned char) target,
    .weak = true,
  };
  return true;
}

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
  return size >= WORD && audit_data (&file->elf, bytes, WORD) == NOP ? WORD : 0;
}

/* Numbers of the ABI: elf.h of Debian 12 has not all names.  */

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case 1: /* R_LARCH_32 and R_LARCH_64  */
    case 2:
      return AUDIT_REL_ABSOLUTE;
    case 3: /* R_LARCH_RELATIVE  */
      return AUDIT_REL_DYNAMIC;
    case 50: /* R_LARCH_ADD32 and R_LARCH_ADD64  */
    case 51:
      return AUDIT_REL_ADDED;
    case 64: /* R_LARCH_B16, R_LARCH_B21, R_LARCH_B26 and R_LARCH_CALL36  */
    case 65:
    case 66:
    case 110:
      return AUDIT_REL_BRANCH;
    case 75: /* R_LARCH_GOT_PC_HI20  */
      return AUDIT_REL_GOT;
    case 99: /* R_LARCH_32_PCREL  */
      return AUDIT_REL_RELATIVE;
    default: /* Of PCALA_HI20 the scan tells what is formed.  */
      return AUDIT_REL_OTHER;
    }
}

const struct audit_machine audit_machine_loongarch64 = {
  .name = "loongarch64",
  .elf_machine = EM_LOONGARCH,
  .is_64 = true,
  .register_names = register_names,
  .start = start_scanner,
  .scan = plain_scan,
  .stop = plain_stop,
  .nop_length = nop_length,
  .relocation_kind = relocation_kind,
};
