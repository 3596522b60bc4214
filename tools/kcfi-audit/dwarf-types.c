/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DWARF's types as types of the neutral model.

   Each DIE is read once: results are kept by offset.  A type made of itself,
   which only a damaged file has, is noticed when it is met again while being
   read.  Structs are not read into: their name is all that counts.  */

#include "dwarf-types.h"

#include <dwarf.h>
#include <elf.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../../gimple/text.h"
#include "dwarf-base-types.h"
#include "dwarf-tags.h"
#include "dwarf-walk.h"
#include "offset-map.h"

enum
{
  MAX_DEPTH = 500,		/* Of types in types; the stack's bound.  */
  MAX_PARAMETERS = 1024
};

struct audit_types
{
  Dwarf_Die cu;
  unsigned machine;
  kcfi_type_model *model;
  struct audit_offset_map notes;
  bool indexed;			/* Tags have their names and places.  */
  unsigned depth;
  uint64_t budget;		/* Of steps over children.  */
  struct audit_assumptions assumptions;
  Dwarf_Die function;		/* local_tags: that of these.  */
};

static const kcfi_type *read_type (struct audit_types *types, Dwarf_Die *die);

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

static const kcfi_type *
read_part (struct audit_types *types, Dwarf_Die *die)
{
  Dwarf_Die part;
  if (!dwarf_hasattr_integrate (die, DW_AT_type))
    return kcfi_type_void (types->model);
  return audit_type_of (die, &part) ? read_type (types, &part) : NULL;
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
  const kcfi_type *element = read_part (types, die);
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
  const kcfi_type *pointee = read_part (types, die);
  Dwarf_Attribute attribute;
  Dwarf_Word space = 0;
  if (!pointee)
    return NULL;
  if (dwarf_attr (die, DW_AT_address_class, &attribute))
    dwarf_formudata (&attribute, &space);
  if (space && types->machine == EM_X86_64)
    pointee = kcfi_type_qualified (types->model, pointee, 0,
				   space == 1	? "AS257"
				   : space == 2 ? "AS256"
						: NULL);
  return kcfi_type_pointer (types->model, pointee);
}

static const kcfi_type *
read_qualified (struct audit_types *types, Dwarf_Die *die, unsigned qualifier)
{
  const kcfi_type *type = read_part (types, die);
  return type ? kcfi_type_qualified (types->model, type, qualifier, NULL)
	      : NULL;
}

static const kcfi_type *
read_atomic (struct audit_types *types, Dwarf_Die *die)
{
  const kcfi_type *type = read_part (types, die);
  return type ? kcfi_type_atomic (types->model, type) : NULL;
}

/* --- Tags --------------------------------------------------------------- */

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
      && types->depth < MAX_DEPTH / 2)
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
      tag.parent = read_type (types, &place);
      if (tag.parent)
	tag.scope = KCFI_TAG_MEMBER;
    }
  else if (die_at (types, note.owner, &place))
    set_owner (types, &tag, &place);
  else if (types->assumptions.local_tags
	   && audit_flag_of (die, DW_AT_declaration))
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
  const kcfi_type *first = read_type (types, &type);
  return kcfi_type_transparent_union (types->model, tag, first);
}

/* --- Functions ---------------------------------------------------------- */

/* C's default argument promotions, for a definition without prototype.  */

static const kcfi_type *
promoted (struct audit_types *types, Dwarf_Die *die, const kcfi_type *type)
{
  Dwarf_Die base, underlying;
  if (dwarf_peel_type (die, &base) != 0)
    return type;
  if (dwarf_tag (&base) == DW_TAG_enumeration_type
      && audit_type_of (&base, &underlying))
    base = underlying;
  else if (dwarf_tag (&base) != DW_TAG_base_type)
    return type;
  Dwarf_Attribute attribute;
  Dwarf_Word encoding = 0;
  if (dwarf_attr (&base, DW_AT_encoding, &attribute))
    dwarf_formudata (&attribute, &encoding);
  int size = dwarf_bytesize (&base);
  if (encoding == DW_ATE_float)
    return size == 4 ? kcfi_type_builtin (types->model, "d", false) : type;
  if (encoding == DW_ATE_complex_float || size > 4)
    return type;
  if (size < 4)
    return kcfi_type_integer (types->model, "i", 32, true);
  return read_type (types, &base);
}

/* Append the type of the parameter DIE to FUNCTION.  */

static bool
read_parameter (struct audit_types *types, Dwarf_Die *die,
		struct kcfi_function_type *function,
		const kcfi_type **parameters)
{
  Dwarf_Die type;
  if (function->count == MAX_PARAMETERS || !audit_type_of (die, &type))
    return false;
  const kcfi_type *parameter = read_type (types, &type);
  if (parameter && !function->prototyped)
    parameter = promoted (types, &type, parameter);
  parameters[function->count] = parameter;
  function->count += parameter != NULL;
  return parameter;
}

/* The convention that Clang notes; GCC has no word for it.  */

static const char *
calling_convention (Dwarf_Die *die)
{
  Dwarf_Attribute attribute;
  Dwarf_Word convention = 0;
  enum { LLVM_WIN64 = 0xc1, LLVM_SWIFT = 0xc8, BORLAND_STDCALL = 0xb3,
	 BORLAND_MSFASTCALL = 0xb4, BORLAND_THISCALL = 0xb5 };
  if (dwarf_attr_integrate (die, DW_AT_calling_convention, &attribute))
    dwarf_formudata (&attribute, &convention);
  switch (convention)
    {
    case LLVM_WIN64:
      return "ms_abi";
    case LLVM_SWIFT:
      return "swiftcall";
    case BORLAND_STDCALL:
      return "stdcall";
    case BORLAND_MSFASTCALL:
      return "fastcall";
    case BORLAND_THISCALL:
      return "thiscall";
    default:
      return NULL;
    }
}

const kcfi_type *
audit_read_function_type (struct audit_types *types, Dwarf_Die *die)
{
  Dwarf_Die described = audit_described_die (die), child;
  struct kcfi_function_type function
    = { .prototyped = audit_flag_of (die, DW_AT_prototyped),
	.vendor = calling_convention (die),
	.result = read_part (types, die) };
  if (!function.result || types->depth > MAX_DEPTH)
    return NULL;
  const kcfi_type **parameters
    = kcfi_allocate (MAX_PARAMETERS * sizeof *parameters);
  function.parameters = parameters;
  bool known = true;
  if (audit_first_child (&described, &child, &types->budget))
    do
      if (dwarf_tag (&child) == DW_TAG_formal_parameter)
	known = read_parameter (types, &child, &function, parameters);
      else if (dwarf_tag (&child) == DW_TAG_unspecified_parameters)
	function.variadic = function.prototyped;
    while (known && audit_next_child (&child, &types->budget));
  const kcfi_type *result
    = known ? kcfi_type_function (types->model, &function) : NULL;
  free (parameters);
  return result;
}

const kcfi_type *
audit_assume_function_type (struct audit_types *types, Dwarf_Die *die,
			    const struct audit_assumptions *assumptions,
			    kcfi_type_model **model)
{
  struct audit_types assumed = { .cu = types->cu,
				 .machine = types->machine,
				 .model = kcfi_type_model_new (),
				 .budget = types->budget,
				 .assumptions = *assumptions,
				 .function = *die };
  const kcfi_type *result = audit_read_function_type (&assumed, die);
  types->budget = assumed.budget;
  audit_offset_map_free (&assumed.notes);
  *model = assumed.model;
  return result;
}

/* --- All types ---------------------------------------------------------- */

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
      return read_part (types, die);
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

static const kcfi_type *
read_type (struct audit_types *types, Dwarf_Die *die)
{
  uint64_t offset = dwarf_dieoffset (die);
  struct audit_note *note = audit_note (&types->notes, offset);
  if (note->type)
    return note->type;
  if (note->reading || note->failed || types->depth >= MAX_DEPTH)
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
