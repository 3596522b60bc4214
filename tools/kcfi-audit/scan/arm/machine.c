/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arm, both byte orders: finding checks and calls in A32, Thumb-2 and Thumb-1
   (doc/abi-targets.md "arm").  Each kind of code has a file of its own, which
   shows its check; here is what does not differ.

   Constants stand between the code.  Mapping symbols tell where; what a load
   relative to pc reads is none of the code either.  */

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "code.h"

static const char *const register_names[]
    = { "r0", "r1",  "r2", "r3", "r4", "r5", "r6", "r7", "r8",
	"r9", "r10", "fp", "ip", "sp", "lr", "pc", NULL };

static void *
start_scanner (struct audit_file *file)
{
  struct arm_scanner *scanner = kcfi_allocate (sizeof *scanner);
  memset (scanner, 0, sizeof *scanner);
  scanner->file = file;
  scanner->values.file = file;
  return scanner;
}

static void
stop_scanner (void *state)
{
  struct arm_scanner *scanner = state;
  arm_excuse_stubs (scanner);
  free (scanner->stubs);
  audit_free_targets (&scanner->targets);
  audit_free_targets (&scanner->literals);
  free (scanner);
}

static void
scan_range (struct audit_file *file, void *state,
	    const struct audit_range *range)
{
  struct arm_scanner *scanner = state;
  (void) file;
  scanner->range = range;
  scanner->pending = (struct audit_check){ 0 };
  scanner->returns_to = 0;
  scanner->popped = 0;
  if (range->first)
    {
      uint64_t end = range->function ? range->function->end : range->end;
      audit_values_clear (&scanner->values);
      audit_clear_targets (&scanner->targets, range->start, end);
      audit_clear_targets (&scanner->literals, range->start, end);
    }
  if (range->thumb)
    arm_scan_thumb (scanner);
  else
    arm_scan_a32 (scanner);
  arm_settle_check (scanner, 0);
}

static unsigned
nop_length (const struct audit_file *file,
	    const struct audit_function *function, const unsigned char *bytes,
	    size_t size)
{
  if (function->thumb)
    {
      unsigned half = size >= 2 ? arm_half (file, bytes) : 0;
      if (half == 0xbf00 || half == 0x46c0)
	return 2;
      return size >= 4 && half == 0xf3af && arm_half (file, bytes + 2) == 0x8000
		 ? 4
		 : 0;
    }
  uint32_t word = size >= 4 ? arm_word (file, bytes) : 0;
  return word == 0xe320f000 || word == 0xe1a00000 ? 4 : 0;
}

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_ARM_ABS32:
    case R_ARM_TARGET1:
      return AUDIT_REL_ABSOLUTE;
    case R_ARM_REL32:
      return AUDIT_REL_RELATIVE;
    case R_ARM_PC24:
    case R_ARM_CALL:
    case R_ARM_JUMP24:
    case R_ARM_THM_PC22:
    case R_ARM_THM_JUMP24:
      return AUDIT_REL_BRANCH;
    case R_ARM_MOVW_ABS_NC:
    case R_ARM_THM_MOVW_ABS_NC:
      return AUDIT_REL_CODE;
    case R_ARM_GOT32:
    case R_ARM_GOT_PREL:
      return AUDIT_REL_GOT;
    case R_ARM_RELATIVE:
    case R_ARM_GLOB_DAT:
    case R_ARM_IRELATIVE:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

#define MACHINE(NAME, BIG_ENDIAN)                                              \
  {                                                                            \
    .name = NAME, .elf_machine = EM_ARM, .is_64 = false,                       \
    .big_endian = BIG_ENDIAN, .register_names = register_names,                \
    .start = start_scanner, .scan = scan_range, .stop = stop_scanner,          \
    .nop_length = nop_length, .relocation_kind = relocation_kind               \
  }

const struct audit_machine audit_machine_arm = MACHINE ("arm", false);
const struct audit_machine audit_machine_arm_be = MACHINE ("armeb", true);
