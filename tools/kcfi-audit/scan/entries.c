/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that are nothing but a way into another.  */

#include "entries.h"

#include <elf.h>
#include <string.h>

#include "../base/array.h"
#include "scan.h"

enum
{
  PAD = 4,
  LONGEST_JUMP = 8, /* mips: with its delay slot.  */
  /* Any function may end in a jump that is all of it; a typed entry stands in front
     of where it leads, with nothing but other entries between.  */
  FARTHEST = 256
};

/* True if PAD bytes at ADDRESS in FILE are what an indirect call must find first:
   endbr64, bti c or jc of aarch64, lpad 0 of
   RISC-V.  */

static bool
landing_pad_p (const struct audit_elf *file, uint64_t address)
{
  static const struct
  {
    unsigned machine;
    unsigned char bytes[PAD];
  } pads[] = { { EM_X86_64, { 0xf3, 0x0f, 0x1e, 0xfa } },
	       { EM_AARCH64, { 0x5f, 0x24, 0x03, 0xd5 } },
	       { EM_AARCH64, { 0xdf, 0x24, 0x03, 0xd5 } },
	       { EM_RISCV, { 0x17, 0x00, 0x00, 0x00 } } };
  const unsigned char *bytes = audit_bytes_at (file, address, PAD);
  for (size_t i = 0; bytes && i < sizeof pads / sizeof *pads; i++)
    if (file->machine == pads[i].machine && !memcmp (bytes, pads[i].bytes, PAD))
      return true;
  return false;
}

/* Where the jump at PLACE leads by its relocation, as every jump of RISC-V's objects
   has one; 0 if that is not known.  */

static uint64_t
relocated_target (const struct audit_file *file, uint64_t place)
{
  const struct audit_relocation *relocation
      = audit_relocation_at (&file->elf, place);
  bool known = false;
  uint64_t target = 0;
  if (relocation
      && file->machine->relocation_kind (relocation->type) == AUDIT_REL_BRANCH)
    target = audit_relocation_value (&file->elf, relocation, &known);
  return known ? target : 0;
}

void
audit_note_entry (struct audit_file *file,
		  const struct audit_function *function)
{
  uint64_t place = function->address;
  if (!function->sized || file->branches_count > 1)
    return;
  if (landing_pad_p (&file->elf, place))
    place += PAD;
  uint64_t address = !file->branches_count ? relocated_target (file, place)
		     : file->branches[0].place == place
			 ? file->branches[0].target
			 : 0;
  const struct audit_function *target
      = address ? audit_function_starting_at (&file->elf, address) : NULL;
  if (!target || target <= function
      || target->address - function->address > FARTHEST
      || function->end - place > LONGEST_JUMP)
    return;
  AUDIT_APPEND (
      file, entries,
      (struct audit_entry){
	  .function = (uint32_t) audit_function_number (file, function),
	  .target = (uint32_t) audit_function_number (file, target) });
}
