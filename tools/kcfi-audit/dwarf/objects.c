/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of variables: DWARF's variable at an address, then down through its
   type to the member at the offset.  */

#include "lines.h"
#include "objects.h"

#include <dwarf.h>
#include <elf.h>
#include <elfutils/libdw.h>
#include <inttypes.h>

#include "removed.h"
#include "walk.h"
#include "../base/string-set.h"

enum
{
  MAX_DEPTH = 20 /* Of structs in structs.  */
};

/* The data object whose symbol covers ADDRESS.  */

static const struct audit_symbol *
object_at (const struct audit_elf *elf, uint64_t address)
{
  for (unsigned table = 0; table < 2; table++)
    for (size_t i = 0; i < elf->tables[table].symbols_count; i++)
      {
	const struct audit_symbol *symbol = &elf->tables[table].symbols[i];
	if (symbol->type == STT_OBJECT && symbol->section
	    && address >= symbol->address
	    && address - symbol->address < symbol->size)
	  return symbol;
      }
  return NULL;
}

/* The address of the variable DIE, if it has a constant one.  */

static bool
variable_address (Dwarf_Die *die, uint64_t *address)
{
  Dwarf_Attribute attribute;
  Dwarf_Op *operations;
  size_t count;
  if (!dwarf_attr (die, DW_AT_location, &attribute)
      || dwarf_getlocation (&attribute, &operations, &count) != 0 || count != 1)
    return false;
  if (operations->atom == DW_OP_addr)
    {
      *address = operations->number;
      return true;
    }
  Dwarf_Attribute indirect;
  Dwarf_Addr value;
  if (operations->atom != DW_OP_addrx
      || dwarf_getlocation_attr (&attribute, operations, &indirect) != 0
      || dwarf_formaddr (&indirect, &value) != 0)
    return false;
  *address = value;
  return true;
}

static bool
find_variable (Dwarf *dwarf, const struct audit_symbol *symbol,
	       Dwarf_Die *variable)
{
  Dwarf_CU *unit = NULL;
  Dwarf_Die cu;
  while (dwarf_get_units (dwarf, unit, &unit, NULL, NULL, &cu, NULL) == 0)
    {
      uint64_t budget = audit_walk_budget (&cu), found;
      if (!audit_first_child (&cu, variable, &budget))
	continue;
      do
	if (dwarf_tag (variable) == DW_TAG_variable
	    && variable_address (variable, &found)
	    && found == symbol->address
	    /* Removed variables are at 0 as well.  */
	    && (found || audit_same_name_p (variable, symbol->name)))
	  return true;
      while (audit_next_child (variable, &budget));
    }
  return false;
}

static uint64_t
member_offset (Dwarf_Die *member)
{
  Dwarf_Attribute attribute;
  Dwarf_Word offset = 0;
  if (dwarf_attr (member, DW_AT_data_member_location, &attribute))
    dwarf_formudata (&attribute, &offset);
  return offset;
}

/* Set *MEMBER to the last member of TYPE that starts at or before OFFSET.  */

static bool
find_member (Dwarf_Die *type, uint64_t offset, Dwarf_Die *member)
{
  uint64_t budget = 10000;
  bool found = false;
  Dwarf_Die child;
  if (!audit_first_child (type, &child, &budget))
    return false;
  do
    if (dwarf_tag (&child) == DW_TAG_member && member_offset (&child) <= offset)
      {
	*member = child;
	found = true;
      }
  while (audit_next_child (&child, &budget));
  return found;
}

/* Append the member of DIE's type at OFFSET: ".ops.open", "[2]".  What is left
   over is appended as a number.  */

static void
print_member (Dwarf_Die *die, uint64_t offset, struct kcfi_text *text)
{
  Dwarf_Die type, peeled, part = *die;
  for (unsigned depth = 0; depth < MAX_DEPTH; depth++)
    {
      Dwarf_Word size;
      if (!audit_type_of (&part, &type)
	  || dwarf_peel_type (&type, &peeled) != 0)
	break;
      int tag = dwarf_tag (&peeled);
      if (tag == DW_TAG_array_type)
	{
	  Dwarf_Die element;
	  if (!audit_type_of (&peeled, &element)
	      || dwarf_aggregate_size (&element, &size) != 0 || !size)
	    break;
	  kcfi_text_printf (text, "[%" PRIu64 "]", offset / size);
	  offset %= size;
	  part = peeled;
	}
      else if (tag == DW_TAG_structure_type || tag == DW_TAG_union_type)
	{
	  Dwarf_Die member;
	  if (!find_member (&peeled, offset, &member))
	    break;
	  const char *name = dwarf_diename (&member);
	  offset -= member_offset (&member);
	  if (name)
	    kcfi_text_printf (text, ".%s", name);
	  part = member;
	}
      else
	break;
    }
  if (offset)
    kcfi_text_printf (text, "+0x%" PRIx64, offset);
}

bool
audit_print_object (struct audit *audit, const struct audit_file *file,
		    uint64_t address, struct kcfi_text *text,
		    const char **source, int *line)
{
  const struct audit_symbol *symbol = object_at (&file->elf, address);
  *source = NULL;
  if (!symbol)
    return false;
  kcfi_text_add (text, symbol->name);
  uint64_t offset = address - symbol->address;
  /* The relocations were applied when the file was read.  */
  Dwarf *dwarf = file->debug
		     ? dwarf_begin_elf (file->elf.elf, DWARF_C_READ, NULL)
		     : NULL;
  Dwarf_Die variable;
  if (dwarf && find_variable (dwarf, symbol, &variable))
    {
      const char *name = audit_decl_file (&variable);
      if (name && file->debug)
	*source = audit_strings_keep (&audit->strings, name);
      dwarf_decl_line (&variable, line);
      print_member (&variable, offset, text);
    }
  else if (offset)
    kcfi_text_printf (text, "+0x%" PRIx64, offset);
  if (dwarf)
    dwarf_end (dwarf);
  return true;
}
