/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indirect calls of Thumb code before ARMv5, which has no blx:

	check of rN			doc/abi-targets.md "arm"
	bl	1f
	...
     1:	bx	rN

   GCC puts such stubs behind the functions of a section (thumb_call_via_reg in
   its arm.cc); libgcc has one for each register, _call_via_rN.  */

#include "code.h"
#include "../../base/array.h"
#include "../../elf/functions.h"
#include "../thunks.h"

#include <stdlib.h>

static const char *const prefixes[] = { "_call_via_", NULL };
/* As libgcc spells them.  */
static const char *const registers[]
    = { "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7",
	"r8", "r9", "sl", "fp", "ip", "sp", "lr", NULL };

/* True if the code at ADDRESS is `bx rN' and no function of its own, which
   would be called directly; *TARGET is then N.  `bx lr' is an empty function.
 */

static bool
stub_at_p (const struct arm_scanner *scanner, uint64_t address,
	   unsigned char *target)
{
  const struct audit_elf *elf = &scanner->file->elf;
  const struct audit_section *section = audit_section_at (elf, address, 2);
  unsigned char named;
  if (!section || !(section->flags & SHF_EXECINSTR) || !section->bytes)
    return false;
  unsigned half
      = arm_half (scanner->file, section->bytes + (address - section->address));
  *target = (unsigned char) arm_field (half, 3, 4);
  if ((half & 0xff87) != 0x4700 || *target >= ARM_LINK)
    return false;
  const struct audit_function *function = audit_function_at (elf, address);
  return !function || function->address != address
	 || audit_thunk_name_p (function->name, prefixes, registers, &named);
}

bool
arm_branch_to_stub_p (struct arm_scanner *scanner, uint64_t place,
		      uint64_t destination, unsigned char *target)
{
  const struct audit_elf *elf = &scanner->file->elf;
  const struct audit_relocation *relocation
      = elf->relocatable ? audit_relocation_at (elf, place) : NULL;
  if (relocation)
    {
      const struct audit_symbol *symbol
	  = audit_relocation_symbol (elf, relocation);
      if (!symbol)
	return false;
      if (!symbol->section)
	return audit_thunk_name_p (symbol->name, prefixes, registers, target);
      /* The instruction has the addend.  */
      destination
	  = audit_code_address (elf, symbol->address) + (destination - place);
    }
  if (!stub_at_p (scanner, destination, target))
    return false;
  AUDIT_APPEND (scanner, stubs, destination);
  return true;
}

static int
by_address (const void *a, const void *b)
{
  const uint64_t *first = a, *second = b;
  return audit_compare (*first, *second);
}

void
arm_excuse_stubs (struct arm_scanner *scanner)
{
  struct audit_file *file = scanner->file;
  if (scanner->stubs_count)
    qsort (scanner->stubs, scanner->stubs_count, sizeof *scanner->stubs,
	   by_address);
  for (size_t i = 0; i < file->sites_count; i++)
    {
      struct audit_site *site = &file->sites[i];
      const struct audit_function *function;
      unsigned char named;
      if (site->reason != AUDIT_UNKNOWN || site->kind != AUDIT_JUMP)
	continue;
      if (scanner->stubs_count
	  && bsearch (&site->address, scanner->stubs, scanner->stubs_count,
		      sizeof *scanner->stubs, by_address))
	site->reason = AUDIT_THUNK;
      else if ((function = audit_function_at (&file->elf, site->address))
	       && audit_thunk_name_p (function->name, prefixes, registers,
				      &named))
	site->reason = AUDIT_THUNK;
    }
}
