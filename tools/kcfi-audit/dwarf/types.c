/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DWARF's types as types of the neutral model.

   Each DIE is read once: results are kept by offset.  A type made of itself,
   which only a damaged file has, is noticed when it is met again while being
   read.  Structs are not read into: their name is all that counts.  */

#include "types.h"

#include <dwarf.h>
#include <elf.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../../../plugin/base/text.h"
#include "base-types.h"
#include "reader.h"
#include "tags.h"
#include "walk.h"

struct audit_types *
audit_types_new (Dwarf_Die *cu, unsigned machine)
{
  struct audit_types *types = kcfi_allocate (sizeof *types);
  *types = (struct audit_types){ .cu = *cu,
				 .machine = machine,
				 .model = kcfi_type_model_new (),
				 .budget = audit_walk_budget (cu) };
  return types;
}

void
audit_types_free (struct audit_types *types)
{
  audit_offset_map_free (&types->notes);
  kcfi_type_model_free (types->model);
  free (types);
}

kcfi_type_model *
audit_types_model (struct audit_types *types)
{
  return types->model;
}

/* The type that DIE is made from; nothing is void.  */

const kcfi_type *
audit_read_part (struct audit_types *types, Dwarf_Die *die)
{
  Dwarf_Die part;
  if (!dwarf_hasattr_integrate (die, DW_AT_type))
    return kcfi_type_void (types->model);
  return audit_type_of (die, &part) ? audit_read_type (types, &part) : NULL;
}

static const kcfi_type *
read_base (struct audit_types *types, Dwarf_Die *die)
{
  Dwarf_Attribute attribute;
  Dwarf_Word encoding = 0;
  if (dwarf_attr (die, DW_AT_encoding, &attribute))
    dwarf_formudata (&attribute, &encoding);
  int size = dwarf_bytesize (die);
  struct audit_base_type base = { .name = dwarf_diename (die),
				  .encoding = (unsigned) encoding,
				  .size = size > 0 ? (uint64_t) size : 0,
				  .machine = types->machine };
  return base.name ? audit_base_type (types->model, &base) : NULL;
}

/* The number of elements of the subrange DIE; false without one.  */

static bool
read_length (Dwarf_Die *die, uint64_t *length)
{
  Dwarf_Attribute attribute;
  Dwarf_Word word;
  if (dwarf_attr (die, DW_AT_count, &attribute))
    {
      bool known = dwarf_formudata (&attribute, &word) == 0;
      *length = word;
      return known;
    }
  Dwarf_Sword last;
  if (!dwarf_attr (die, DW_AT_upper_bound, &attribute)
      || dwarf_formsdata (&attribute, &last) != 0)
    return false;
  /* GCC writes bounds in the smallest form, unsigned.  */
  if (dwarf_formudata (&attribute, &word) == 0)
    last = (Dwarf_Sword) word;
  *length = (uint64_t) last + 1;
  return true;
}

/* The array of ELEMENT with the bounds at DIE and its siblings.  */

static const kcfi_type *
read_bounds (struct audit_types *types, Dwarf_Die *die,
	     const kcfi_type *element)
{
  uint64_t lengths[64];
  bool known[64];
  size_t count = 0;
  do
    if (dwarf_tag (die) == DW_TAG_subrange_type)
      {
	if (count == sizeof known / sizeof *known)
	  return NULL;
	lengths[count] = 0;
	known[count] = read_length (die, &lengths[count]);
	count++;
      }
  while (audit_next_child (die, &types->budget));
  while (count--)
    element
	= kcfi_type_array (types->model, element, known[count], lengths[count]);
  return element;
}

static const kcfi_type *
read_array (struct audit_types *types, Dwarf_Die *die)
{
  const kcfi_type *element = audit_read_part (types, die);
  Dwarf_Die child;
  if (!element)
    return NULL;
  if (!audit_first_child (die, &child, &types->budget))
    return kcfi_type_array (types->model, element, false, 0);
  uint64_t length;
  if (audit_flag_of (die, DW_AT_GNU_vector))
    return read_length (&child, &length)
	       ? kcfi_type_vector (types->model, element, length)
	       : NULL;
  return read_bounds (types, &child, element);
}

/* A pointer into __seg_fs or __seg_gs, as GCC says it: the space qualifies
   what is pointed to.  Spaces 1 and 2 are GCC's ADDR_SPACE_SEG_FS and _GS.  */

static const kcfi_type *
read_pointer (struct audit_types *types, Dwarf_Die *die)
{
  const kcfi_type *pointee = audit_read_part (types, die);
  Dwarf_Attribute attribute;
  Dwarf_Word space = 0;
  if (!pointee)
    return NULL;
  if (dwarf_attr (die, DW_AT_address_class, &attribute))
    dwarf_formudata (&attribute, &space);
  if (space && (types->machine == EM_X86_64 || types->machine == EM_386))
    pointee = kcfi_type_qualified (types->model, pointee, 0,
				   space == 1	? "AS257"
				   : space == 2 ? "AS256"
						: NULL);
  return kcfi_type_pointer (types->model, pointee);
}

static const kcfi_type *
read_qualified (struct audit_types *types, Dwarf_Die *die, unsigned qualifier)
{
  const kcfi_type *type = audit_read_part (types, die);
  return type ? kcfi_type_qualified (types->model, type, qualifier, NULL)
	      : NULL;
}

static const kcfi_type *
read_atomic (struct audit_types *types, Dwarf_Die *die)
{
  const kcfi_type *type = audit_read_part (types, die);
  return type ? kcfi_type_atomic (types->model, type) : NULL;
}

/* --- Tags ---------------------------------------------------------------- */

static bool
die_at (struct audit_types *types, uint64_t offset_plus_one, Dwarf_Die *die)
{
  Dwarf *dwarf = dwarf_cu_getdwarf (types->cu.cu);
  return offset_plus_one && dwarf_offdie (dwarf, offset_plus_one - 1, die);
}

/* Make TAG local to the function OWNER.  */

static void
set_owner (struct audit_types *types, struct kcfi_tag *tag, Dwarf_Die *owner)
{
  Dwarf_Attribute attribute;
  tag->function = dwarf_diename (owner);
  if (!tag->function)
    return;
  tag->scope = KCFI_TAG_LOCAL;
  tag->function_is_static = !audit_flag_of (owner, DW_AT_external);
  tag->function_identity = dwarf_dieoffset (owner);
  /* Clang's mark of a function with an assembler name.  */
  if (dwarf_attr_integrate (owner, DW_AT_linkage_name, &attribute)
      && types->depth < AUDIT_MAX_DEPTH / 2)
    tag->function_type = audit_read_function_type (types, owner);
}

/* The compilers' own type of variable argument lists on ARM.  */

static bool
va_list_p (const struct audit_types *types, const char *name)
{
  return name && !strcmp (name, "__va_list")
	 && (types->machine == EM_AARCH64 || types->machine == EM_ARM);
}

static const kcfi_type *
read_tag (struct audit_types *types, Dwarf_Die *die)
{
  if (!types->indexed)
    {
      types->indexed = true;
      audit_index_tags (&types->cu, &types->notes);
    }
  struct kcfi_tag tag = { .identity = dwarf_dieoffset (die),
			  .scope = KCFI_TAG_FILE,
			  .name = dwarf_diename (die) };
  if (va_list_p (types, tag.name))
    return kcfi_type_builtin (types->model, "St9__va_list", true);
  struct audit_note *found = audit_find_note (&types->notes, tag.identity);
  struct audit_note note = found ? *found : (struct audit_note){ 0 };
  Dwarf_Die place;
  if (!tag.name && note.typedef_name)
    {
      tag.name = note.typedef_name;
      tag.name_is_typedef = true;
    }
  if (!tag.name && die_at (types, note.parent, &place))
    {
      tag.parent = audit_read_type (types, &place);
      if (tag.parent)
	tag.scope = KCFI_TAG_MEMBER;
    }
  else if (die_at (types, note.owner, &place))
    set_owner (types, &tag, &place);
  else if (types->assumptions.local_tags == AUDIT_ALL_LOCAL_TAGS
	   || (types->assumptions.local_tags
	       && audit_flag_of (die, DW_AT_declaration)))
    set_owner (types, &tag, &types->function);
  return kcfi_type_tag (types->model, &tag);
}

/* As a parameter a union may be its first field, if that is assumed.  */

static const kcfi_type *
read_union (struct audit_types *types, Dwarf_Die *die)
{
  const kcfi_type *tag = read_tag (types, die);
  Dwarf_Die member, type;
  if (!tag || !types->assumptions.transparent_unions
      || !audit_first_child (die, &member, &types->budget)
      || dwarf_tag (&member) != DW_TAG_member
      || !audit_type_of (&member, &type))
    return tag;
  const kcfi_type *first = audit_read_type (types, &type);
  return kcfi_type_transparent_union (types->model, tag, first);
}

/* --- All types ----------------------------------------------------------- */

static const kcfi_type *
read_by_tag (struct audit_types *types, Dwarf_Die *die)
{
  switch (dwarf_tag (die))
    {
    case DW_TAG_base_type:
      return read_base (types, die);
    case DW_TAG_pointer_type:
      return read_pointer (types, die);
    case DW_TAG_const_type:
      return read_qualified (types, die, KCFI_CONST);
    case DW_TAG_volatile_type:
      return read_qualified (types, die, KCFI_VOLATILE);
    case DW_TAG_restrict_type:
      return read_qualified (types, die, KCFI_RESTRICT);
    case DW_TAG_atomic_type:
      return read_atomic (types, die);
    case DW_TAG_typedef:
      return audit_read_part (types, die);
    case DW_TAG_array_type:
      return read_array (types, die);
    case DW_TAG_subroutine_type:
      return audit_read_function_type (types, die);
    case DW_TAG_union_type:
      return read_union (types, die);
    case DW_TAG_structure_type:
    case DW_TAG_enumeration_type:
      return read_tag (types, die);
    case DW_TAG_unspecified_type:
      return kcfi_type_builtin (types->model, "Dn", false);
    default:
      return NULL;
    }
}

const kcfi_type *
audit_read_type (struct audit_types *types, Dwarf_Die *die)
{
  uint64_t offset = dwarf_dieoffset (die);
  struct audit_note *note = audit_note (&types->notes, offset);
  if (note->type)
    return note->type;
  if (note->reading || note->failed || types->depth >= AUDIT_MAX_DEPTH)
    return NULL;
  note->reading = true;
  types->depth++;
  const kcfi_type *type = read_by_tag (types, die);
  types->depth--;
  note = audit_note (&types->notes, offset);
  note->reading = false;
  note->type = type;
  note->failed = !type;
  return type;
}
