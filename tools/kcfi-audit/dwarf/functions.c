/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Function types: of subprograms, and of what pointers point to.  */

#include <dwarf.h>
#include <stdlib.h>

#include "../../../plugin/base/text.h"
#include "reader.h"
#include "walk.h"

enum
{
  MAX_PARAMETERS = 1024
};

/* C's default argument promotions, for a definition without prototype.  */

static const kcfi_type *
promote_type (struct audit_types *types, Dwarf_Die *die, const kcfi_type *type)
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
  return audit_read_type (types, &base);
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
  const kcfi_type *parameter = audit_read_type (types, &type);
  if (parameter && !function->prototyped)
    parameter = promote_type (types, &type, parameter);
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
  enum
  {
    LLVM_WIN64 = 0xc1,
    LLVM_SWIFT = 0xc8,
    BORLAND_STDCALL = 0xb3,
    BORLAND_MSFASTCALL = 0xb4,
    BORLAND_THISCALL = 0xb5
  };
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
	  .result = audit_read_part (types, die) };
  if (!function.result || types->depth > AUDIT_MAX_DEPTH)
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
