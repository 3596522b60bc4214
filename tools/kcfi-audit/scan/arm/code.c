/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What A32 and Thumb share: reading instructions, and adding sites and checks.
 */

#include "code.h"

#include <elf.h>

#include "../../base/array.h"

/* Objects of big-endian code have big-endian instructions; the linker turns
   them around and sets EF_ARM_BE8.  */

static bool
big_endian_code_p (const struct audit_file *file)
{
  return file->elf.big_endian
	 && (file->elf.relocatable || !(file->elf.flags & EF_ARM_BE8));
}

uint32_t
arm_word (const struct audit_file *file, const unsigned char *bytes)
{
  uint32_t word = audit_read_32 (bytes);
  return big_endian_code_p (file) ? __builtin_bswap32 (word) : word;
}

unsigned
arm_half (const struct audit_file *file, const unsigned char *bytes)
{
  uint16_t half = audit_read_16 (bytes);
  return big_endian_code_p (file) ? __builtin_bswap16 (half) : half;
}

const unsigned char *
arm_bytes_before (const struct arm_scanner *scanner, uint64_t place,
		  unsigned size)
{
  const struct audit_range *range = scanner->range;
  return place - range->start >= size
	     ? range->bytes + (place - range->start - size)
	     : NULL;
}

void
arm_add_value_site (struct arm_scanner *scanner, enum audit_site_kind kind,
		    uint64_t place, const struct audit_value *value)
{
  struct audit_site *site
      = audit_add_site (scanner->file, kind, place, AUDIT_NO_REGISTER, NULL);
  site->reason = audit_excuse (&scanner->values, scanner->range->function,
			       value, kind == AUDIT_JUMP);
}

void
arm_add_site (struct arm_scanner *scanner, enum audit_site_kind kind,
	      uint64_t place, unsigned target)
{
  struct audit_check *check = audit_check_ends_p (&scanner->pending, place)
				  ? &scanner->pending
				  : NULL;
  struct audit_site *site = audit_add_site (scanner->file, kind, place,
					    (unsigned char) target, check);
  if (site->reason == AUDIT_UNKNOWN)
    site->reason
	= audit_excuse (&scanner->values, scanner->range->function,
			&scanner->values.registers[target], kind == AUDIT_JUMP);
}

void
arm_add_table_jump (struct arm_scanner *scanner, uint64_t place)
{
  audit_add_site (scanner->file, AUDIT_JUMP, place, AUDIT_NO_REGISTER, NULL)
      ->reason
      = AUDIT_JUMP_TABLE;
}

void
arm_branch_to_register (struct arm_scanner *scanner, uint64_t place,
			uint64_t next, unsigned target, bool links, bool always)
{
  bool calls = links || scanner->returns_to == next;
  arm_add_site (scanner, calls ? AUDIT_CALL : AUDIT_JUMP, place, target);
  arm_direct_branch (scanner, links, always);
}

void
arm_settle_check (struct arm_scanner *scanner, uint64_t place)
{
  if (scanner->pending.end && scanner->pending.end != place)
    {
      AUDIT_APPEND (scanner->file, checks, scanner->pending);
      scanner->pending = (struct audit_check){ 0 };
    }
}
