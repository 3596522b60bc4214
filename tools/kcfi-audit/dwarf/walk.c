/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking over DIEs within bounds.  */

#include "walk.h"

#include <dwarf.h>

enum
{
  MAX_LINKS = 16, /* Of abstract origins.  */
  VISITS = 16	  /* Of each byte of a unit.  */
};

static bool
spend_budget (uint64_t *budget)
{
  if (!*budget)
    return false;
  --*budget;
  return true;
}

bool
audit_first_child (Dwarf_Die *parent, Dwarf_Die *child, uint64_t *budget)
{
  return spend_budget (budget) && dwarf_child (parent, child) == 0
	 && dwarf_dieoffset (child) > dwarf_dieoffset (parent);
}

bool
audit_next_child (Dwarf_Die *child, uint64_t *budget)
{
  Dwarf_Off offset = dwarf_dieoffset (child);
  return spend_budget (budget) && dwarf_siblingof (child, child) == 0
	 && dwarf_dieoffset (child) > offset;
}

uint64_t
audit_walk_budget (Dwarf_Die *cu)
{
  Dwarf *dwarf = dwarf_cu_getdwarf (cu->cu);
  Dwarf_Off start = dwarf_dieoffset (cu) - dwarf_cuoffset (cu), next = 0;
  size_t header;
  if (dwarf_next_unit (dwarf, start, &next, &header, NULL, NULL, NULL, NULL,
		       NULL, NULL)
	  != 0
      || next < start)
    return 0;
  return VISITS * (next - start);
}

bool
audit_type_of (Dwarf_Die *die, Dwarf_Die *type)
{
  Dwarf_Attribute attribute;
  return dwarf_attr_integrate (die, DW_AT_type, &attribute)
	 && dwarf_formref_die (&attribute, type);
}

bool
audit_flag_of (Dwarf_Die *die, unsigned name)
{
  Dwarf_Attribute attribute;
  bool flag = false;
  if (dwarf_attr_integrate (die, name, &attribute))
    dwarf_formflag (&attribute, &flag);
  return flag;
}

bool
audit_describes_functions (Dwarf_Die *cu)
{
  uint64_t budget = audit_walk_budget (cu);
  Dwarf_Die child, type;
  if (!audit_first_child (cu, &child, &budget))
    return false;
  do
    /* A `void f (void)' refers to no type, but is prototyped.  */
    if (dwarf_tag (&child) == DW_TAG_subprogram
	&& (audit_type_of (&child, &type)
	    || audit_flag_of (&child, DW_AT_prototyped)))
      return true;
  while (audit_next_child (&child, &budget));
  return false;
}

bool
audit_code_of (Dwarf_Die *die, Dwarf_Addr *start, Dwarf_Addr *end)
{
  Dwarf_Addr base;
  if (dwarf_lowpc (die, start) != 0)
    return dwarf_hasattr (die, DW_AT_ranges)
	   && dwarf_ranges (die, 0, &base, start, end) > 0;
  if (dwarf_highpc (die, end) != 0)
    *end = *start;
  return true;
}

Dwarf_Die
audit_described_die (Dwarf_Die *die)
{
  Dwarf_Die result = *die;
  for (unsigned i = 0; i < MAX_LINKS; i++)
    {
      Dwarf_Attribute attribute;
      Dwarf_Die origin;
      if (!dwarf_attr (&result, DW_AT_abstract_origin, &attribute)
	  || !dwarf_formref_die (&attribute, &origin))
	break;
      result = origin;
    }
  return result;
}
