/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mips64 and mips64el, n64: finding checks and calls (doc/abi-generic.md "mips").

     check				preamble
	lw	$S, -4($N)		.word	ID
	lui	$1, ID >> 16		f:
	ori	$1, $1, ID & 0xffff
	tne	$S, $1
	jalr	$N		or jr

   Code for shared libraries finds all addresses by the GOT: in $28, or in another
   register, it adds to $25, which has the function's own address.  */

#include <elf.h>

#include "decode.h"

static const char *const register_names[]
    = { "$0",  "$1",  "$2",  "$3",  "$4",  "$5",  "$6",	 "$7",	"$8",
	"$9",  "$10", "$11", "$12", "$13", "$14", "$15", "$16", "$17",
	"$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26",
	"$27", "$28", "$29", "$30", "$31", NULL };

enum
{
  WORD = 4
};

static bool
read_check (const struct audit_file *file, const struct audit_range *range,
	    uint64_t place, const struct plain_instruction *instruction,
	    struct audit_check *check)
{
  uint32_t trap = plain_word_before (file, range, place + WORD, 1);
  uint32_t low = plain_word_before (file, range, place, 1);
  uint32_t high = plain_word_before (file, range, place, 2);
  uint32_t load = plain_word_before (file, range, place, 3);
  unsigned found = plain_field (trap, 21, 5);
  unsigned expected = plain_field (trap, 16, 5);
  unsigned target = plain_field (load, 21, 5);
  int64_t offset = plain_signed (load & 0xffff, 16);
  (void) instruction;
  /* lw, lui and ori  */
  if (load >> 26 != 0x23 || plain_field (load, 16, 5) != found
      || high >> 16 != (0x0fu << 10 | expected)
      || low >> 16 != (0x0du << 10 | expected << 5 | expected)
      || offset > -4
      /* The check changes the register that is called.  */
      || target == found || target == expected || found == expected)
    return false;
  *check = (struct audit_check){ .address = place - 3 * WORD,
				 .trap = place,
				 .end = place + WORD,
				 .id = high << 16 | (low & 0xffff),
				 .offset = (uint32_t) -offset,
				 .target = (unsigned char) target };
  return true;
}

static enum plain_role
relocation_role (uint32_t type)
{
  switch (type)
    {
    case R_MIPS_HI16:
    case R_MIPS_GOT_PAGE:
      return PLAIN_ROLE_WHOLE;
    case R_MIPS_LO16:
    case R_MIPS_GOT_OFST:
      return PLAIN_ROLE_LOW;
    case R_MIPS_GOT_DISP:
    case R_MIPS_CALL16:
    case R_MIPS_GOT16:
      return PLAIN_ROLE_GOT;
    case R_MIPS_GPREL16:
      return PLAIN_ROLE_GOT_BASE;
    case R_MIPS_JALR:
      return PLAIN_ROLE_CALL;
    default:
      return PLAIN_ROLE_NONE;
    }
}

static const struct plain_machine machine = {
  .unit = 4,
  .call_clobbered = UINT64_C (0x8300fffe), /* $1 to $15, $24, $25 and $31.  */
  .constant = UINT64_C (1) << 28,
  .got_register = 28,
  .got_bias = 0x7ff0,
  .entry_register = 25,
  .stack = 29,
  .frame = 30,
  .decode = mips_decode,
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
  return size >= WORD && !audit_data (&file->elf, bytes, WORD) ? WORD : 0;
}

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_MIPS_32:
    case R_MIPS_64:
      return AUDIT_REL_ABSOLUTE;
    case R_MIPS_GPREL32: /* Less what $28 has; of the entries of switches.  */
      return AUDIT_REL_ADDED;
    case R_MIPS_26:
    case R_MIPS_PC16:
      return AUDIT_REL_BRANCH;
    case R_MIPS_GOT_DISP:
      return AUDIT_REL_GOT;
    default: /* Of GOT_PAGE and HI16 the scan tells what is formed.  */
      return AUDIT_REL_OTHER;
    }
}

#define MACHINE(NAME, BIG_ENDIAN)                                              \
  {                                                                            \
    .name = NAME, .elf_machine = EM_MIPS, .is_64 = true,                       \
    .big_endian = BIG_ENDIAN, .register_names = register_names,                \
    .start = start_scanner, .scan = plain_scan, .stop = plain_stop,            \
    .nop_length = nop_length, .relocation_kind = relocation_kind               \
  }

const struct audit_machine audit_machine_mips64 = MACHINE ("mips64", true);
const struct audit_machine audit_machine_mips64el = MACHINE ("mips64el", false);
