/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling debug information of removed code from that of code at address 0.  */

#include "removed.h"

#include <dwarf.h>
#include <string.h>

#include "walk.h"

/* True if NAME is SYMBOL, perhaps without an ending that a compiler gave it
   ("f.constprop.0", "f.llvm.123").  */

static bool
names_p (const char *name, const char *symbol)
{
  size_t length = name ? strlen (name) : 0;
  return length && !strncmp (name, symbol, length)
	 && (!symbol[length] || symbol[length] == '.');
}

bool
audit_same_name_p (Dwarf_Die *die, const char *symbol)
{
  Dwarf_Attribute attribute;
  return names_p (dwarf_diename (die), symbol)
	 || (dwarf_attr_integrate (die, DW_AT_linkage_name, &attribute)
	     && names_p (dwarf_formstring (&attribute), symbol));
}

static bool
named_at_zero_p (const struct audit_elf *elf, Dwarf_Die *die)
{
  for (size_t i = 0; i < elf->zero_names_count; i++)
    if (audit_same_name_p (die, elf->zero_names[i]))
      return true;
  return false;
}

/* True if DIE's code is at address 0; *END is where it ends, or 0.  */

static bool
starts_at_zero_p (const struct audit_file *file, Dwarf_Die *die,
		  Dwarf_Addr *end)
{
  Dwarf_Addr start;
  return !file->elf.relocatable && audit_code_of (die, &start, end)
	 && start == 0;
}

bool
audit_removed_p (const struct audit_file *file, Dwarf_Die *die)
{
  const struct audit_function *function
      = audit_function_starting_at (&file->elf, 0);
  Dwarf_Addr end;
  if (!starts_at_zero_p (file, die, &end))
    return false;
  if (!named_at_zero_p (&file->elf, die))
    return true;
  /* A static function of the same name: only its size tells.  */
  return function && function->sized && end && end != function->end;
}

struct audit_removed
audit_removed_of_unit (const struct audit_file *file, Dwarf_Die *cu)
{
  struct audit_removed result = { 0 };
  uint64_t budget = audit_walk_budget (cu);
  Dwarf_Die child;
  Dwarf_Addr end;
  /* Nothing to be taken for anything else.  */
  if (file->elf.relocatable || !audit_section_at (&file->elf, 0, 1))
    return (struct audit_removed){ .at_zero = true };
  if (!audit_first_child (cu, &child, &budget))
    return result;
  do
    {
      int tag = dwarf_tag (&child);
      if ((tag != DW_TAG_subprogram && tag != DW_TAG_label)
	  || !starts_at_zero_p (file, &child, &end))
	continue;
      if (!audit_removed_p (file, &child))
	result.at_zero = true;
      else if (end > result.lines)
	result.lines = end;
    }
  while (audit_next_child (&child, &budget));
  return result;
}
