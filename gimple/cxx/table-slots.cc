/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the place of a slot.  table-slots.h says in what.  */

#include "../../plugin/gcc-compat.h"
#include "table-slots.h"
#include "virtual-slots.h"
#include <ipa-utils.h>

/* Where a part of a table belongs: to the bases at OFFSET of CLASS_TYPE, in bytes,
   of which SLOT is the slot that is looked for.  */
struct place
{
  tree class_type;
  HOST_WIDE_INT offset;
  unsigned slot;
};

/* VALUE, of a table, without its conversions to the type of a slot.  */
static tree
converted_value (tree value)
{
  while (CONVERT_EXPR_P (value))
    value = TREE_OPERAND (value, 0);
  return value;
}

/* The number VALUE of a table in *NUMBER; false if it is none.  */
static bool
number_in_slot (tree value, HOST_WIDE_INT *number)
{
  value = converted_value (value);
  if (TREE_CODE (value) != INTEGER_CST)
    return false;
  *number = int_cst_value (value);
  return true;
}

/* True if VALUE, of a table, is the address of a function or of a type.  */
static bool
address_in_slot_p (tree value, enum tree_code of)
{
  value = converted_value (value);
  return TREE_CODE (value) == ADDR_EXPR
	 && TREE_CODE (TREE_OPERAND (value, 0)) == of;
}

/* The offset to the top that the part of TABLE with element INDEX, a function,
   begins with, in *TOP, and the number of the slot in *SLOT.  Slots that nobody uses
   are zero, and so is the type without -frtti: then only in front of the type is a
   number that is not zero, as the function is not reached at the top.  False if that
   cannot be told.  */
static bool
find_top (const vec<constructor_elt, va_gc> *table, unsigned index,
	  HOST_WIDE_INT *top, unsigned *slot)
{
  for (unsigned i = index; i-- > 1;)
    {
      tree before = (*table)[i - 1].value;
      *slot = index - i - 1;
      if (address_in_slot_p ((*table)[i].value, VAR_DECL))
	return number_in_slot (before, top);
      if (!flag_rtti && !address_in_slot_p ((*table)[i].value, FUNCTION_DECL)
	  && number_in_slot (before, top) && *top != 0)
	return true;
    }
  return false;
}

static const char *
symbol_of (tree decl)
{
  return targetm.strip_name_encoding (
      IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl)));
}

/* Where the base whose construction table VARIABLE is lies in CLASS_TYPE, in
   *OFFSET; of another table 0.  The symbol says it: _ZTC, the name of the class,
   the offset, `_', the base.  False if it is not understood.  */
static bool
find_base_offset (tree variable, tree class_type, HOST_WIDE_INT *offset)
{
  const char *symbol = symbol_of (variable);
  *offset = 0;
  if (strncmp (symbol, "_ZTC", 4) != 0)
    return true;
  tree own_table;
  unsigned HOST_WIDE_INT ignored;
  if (!BINFO_VTABLE (TYPE_BINFO (class_type))
      || !vtable_pointer_value_to_vtable (
	  BINFO_VTABLE (TYPE_BINFO (class_type)), &own_table, &ignored))
    return false;
  const char *name = symbol_of (own_table);
  if (strncmp (name, "_ZTV", 4) != 0)
    return false;
  name += 4;
  symbol += 4;
  size_t length = strlen (name);
  if (strncmp (symbol, name, length) != 0 || !ISDIGIT (symbol[length]))
    return false;
  char *end;
  *offset = strtol (symbol + length, &end, 10);
  return *end == '_';
}

/* Look among BINFO and its bases for those at PLACE.  */
static tree
find_candidate (const struct place *place, tree binfo,
		const auto_vec<tree> &candidates, hash_set<tree> &visited)
{
  if (visited.add (binfo))
    return NULL_TREE;
  if (tree_to_shwi (BINFO_OFFSET (binfo)) == place->offset)
    {
      tree introducer = kcfi_slot_introducer (BINFO_TYPE (binfo), place->slot);
      if (introducer && candidates.contains (introducer))
	return introducer;
    }
  tree base;
  for (unsigned i = 0; BINFO_BASE_ITERATE (binfo, i, base); i++)
    if (tree found = find_candidate (place, base, candidates, visited))
      return found;
  return NULL_TREE;
}

tree
kcfi_table_slot_introducer (tree variable,
			    const vec<constructor_elt, va_gc> *table,
			    unsigned index, const auto_vec<tree> &candidates)
{
  struct place place = {};
  HOST_WIDE_INT top;
  if (!DECL_CONTEXT (variable) || !TYPE_P (DECL_CONTEXT (variable)))
    return NULL_TREE;
  place.class_type = TYPE_MAIN_VARIANT (DECL_CONTEXT (variable));
  if (!find_top (table, index, &top, &place.slot)
      || !find_base_offset (variable, place.class_type, &place.offset))
    return NULL_TREE;
  place.offset -= top;
  hash_set<tree> visited;
  return find_candidate (&place, TYPE_BINFO (place.class_type), candidates,
			 visited);
}
