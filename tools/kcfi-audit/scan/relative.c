/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses relative to their place, linked or with a relocation.  */

#include "relative.h"

#include "scan.h"

bool
audit_read_relative (const struct audit_file *file, const unsigned char *bytes,
		     uint64_t address, uint64_t *place)
{
  if (!file->elf.relocatable)
    {
      *place
	  = address
	    + (uint64_t) (int64_t) (int32_t) audit_data (&file->elf, bytes, 4);
      if (!file->elf.is_64)
	*place = (uint32_t) *place;
      return true;
    }
  size_t i = audit_first_relocation (&file->elf, address);
  for (; i < file->elf.relocations_count
	 && file->elf.relocations[i].address == address;
       i++)
    {
      const struct audit_relocation *relocation = &file->elf.relocations[i];
      enum audit_relocation_kind kind
	  = file->machine->relocation_kind (relocation->type);
      if (kind != AUDIT_REL_RELATIVE && kind != AUDIT_REL_ADDED)
	continue;
      bool known;
      *place = audit_relocation_value (&file->elf, relocation, &known);
      return known;
    }
  return false;
}
