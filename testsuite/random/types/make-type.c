/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random types.  What is left out on purpose, because the two compilers do not
   mean the same by it: doc/testing-deep.md.  */

#include "../chance.h"
#include "make-parts.h"

#include <stdlib.h>

struct make_options make_options;

/* Everything with a name.  */
#define MAX_NAMED 4096
static const struct c_type *named[MAX_NAMED];
static unsigned named_count;

static const char *const scalars[] = {
  "char", "signed char", "unsigned char", "short", "unsigned short", "int",
  "unsigned int", "long", "unsigned long", "long long", "unsigned long long",
  "_Bool", "float", "double", "long double", "__int128", "unsigned __int128",
  "_Float16", "__float128", "_Complex float", "_Complex double",
  "_Complex long double", "_Complex int", "_Complex unsigned char",
  "_Complex long", "__SIZE_TYPE__", "__PTRDIFF_TYPE__", "__WCHAR_TYPE__",
  "__WINT_TYPE__", "__CHAR16_TYPE__", "__CHAR32_TYPE__", "__INT8_TYPE__",
  "__INT16_TYPE__", "__INT64_TYPE__", "__UINT64_TYPE__", "__INTMAX_TYPE__",
  "long int long unsigned", "signed", "int short", "char unsigned"
};

void
make_known (const struct c_type *type)
{
  if (named_count < MAX_NAMED)
    named[named_count++] = type;
}

void
make_start (const struct make_options *with)
{
  make_options = *with;
  named_count = 0;
  struct c_type *list = c_type_new (C_TYPEDEF, "__builtin_va_list");
  struct c_type *element = c_type_new (C_TAG, "struct __va_list_tag");
  struct c_type *array = c_type_new (C_ARRAY, NULL);
  element->complete = true;
  array->bounds = "1";
  array->inner = element;
  list->inner = array;
  make_known (list);
}

static const struct c_type *
make_scalar (void)
{
  /* Few kinds make many substitutions.  */
  unsigned count = chance_of (40) ? 12 : LENGTH (scalars);
  return c_type_new (C_SCALAR, scalars[chance_below (count)]);
}

/* A named type for which SUITED is true, or NULL.  The latest ones are more
   likely, so that typedefs build on each other.  */
static const struct c_type *
choose_named (bool (*suited) (const struct c_type *))
{
  for (unsigned tries = 0; named_count && tries < 20; tries++)
    {
      unsigned range = chance_of (50) && named_count > 8 ? 8 : named_count;
      const struct c_type *type
	= named[named_count - 1 - chance_below (range)];
      if (suited (type))
	return type;
    }
  return NULL;
}

static bool
any (const struct c_type *type)
{
  (void) type;
  return true;
}

/* True if TYPE can be that of a parameter or member.  */
static bool
any_object (const struct c_type *type)
{
  if (!c_complete (type))
    return false;
  unsigned qualifiers, all = 0;
  do
    {
      type = c_resolve (type, &qualifiers);
      all |= qualifiers;
    }
  while (type->kind == C_ARRAY && (type = type->inner));
  return !(all & (C_SEG_GS | C_SEG_FS));
}

static bool
incomplete_tag (const struct c_type *type)
{
  unsigned qualifiers;
  type = c_resolve (type, &qualifiers);
  return type->kind == C_TAG && !type->complete
	 && !(qualifiers & (C_SEG_GS | C_SEG_FS));
}

/* Qualifiers that TYPE can still get.  */
const struct c_type *
make_qualified (const struct c_type *type)
{
  unsigned present;
  const struct c_type *real = c_resolve (type, &present);
  if (real->kind == C_FUNCTION || chance_of (55))
    return type;
  unsigned wanted = chance_below (4);
  /* Clang takes no restrict on an _Atomic pointer.  */
  if (real->kind == C_POINTER && !(present & C_ATOMIC)
      && c_resolve (real->inner, NULL)->kind != C_FUNCTION && chance_of (30))
    wanted |= C_RESTRICT;
  else if (!present && chance_of (12) && c_complete (type)
	   && (real->kind == C_SCALAR || real->kind == C_POINTER
	       || real->kind == C_TAG))
    wanted |= C_ATOMIC;
  return c_qualified (type, wanted);
}

const struct c_type *
make_pointer (const struct c_type *target)
{
  struct c_type *pointer = c_type_new (C_POINTER, NULL);
  pointer->inner = target;
  static const char *const attributes[]
    = { "__attribute__ ((ms_abi))", "__attribute__ ((sysv_abi))",
	"__attribute__ ((const))",
	"__attribute__ ((no_caller_saved_registers))",
	"__attribute__ ((nocf_check))" };
  if (target->kind == C_FUNCTION && chance_of (6))
    pointer->attributes = attributes[chance_below (LENGTH (attributes))];
  return pointer;
}

const struct c_type *
make_array (unsigned depth, bool may_be_open)
{
  struct c_type *array = c_type_new (C_ARRAY, NULL);
  do
    array->inner = make_qualified (make_object (depth));
  while (!c_complete (array->inner));
  array->bounds = may_be_open && chance_of (25)
		    ? ""
		    : c_text ("%u", chance_between (
				   make_options.bounds && chance_of (5) ? 0 : 1,
				   chance_of (80) ? 9 : 70000));
  return array;
}

/* What a pointer can lead to.  */
const struct c_type *
make_target (unsigned depth)
{
  const struct c_type *target = NULL;
  switch (chance_below (10))
    {
    case 0:
      target = c_type_new (C_VOID, "void");
      break;
    case 1:
      target = choose_named (incomplete_tag);
      break;
    case 2:
    case 3:
      if (depth > 0)
	return make_function (depth - 1, true);
      break;
    case 4:
      if (depth > 0)
	target = make_array (depth - 1, true);
      break;
    case 5:
      target = choose_named (any);
      break;
    }
  if (!target)
    target = make_object (depth);
  target = make_qualified (target);
  if (chance_of (2) && target->kind != C_TYPEDEF && target->kind != C_ARRAY
      && target->kind != C_FUNCTION)
    target = c_qualified (target, chance_of (50) ? C_SEG_GS : C_SEG_FS);
  return target;
}

/* A complete type of an object.  */
const struct c_type *
make_object (unsigned depth)
{
  unsigned choice = chance_below (10);
  if (choice < 3)
    {
      const struct c_type *type = choose_named (any_object);
      if (type)
	return type;
    }
  if (choice < 7 && depth > 0)
    return make_pointer (make_target (depth - 1));
  return make_scalar ();
}

static const struct c_type *
make_result (unsigned depth)
{
  const struct c_type *type;
  unsigned qualifiers;
  enum c_kind kind;
  if (chance_of (20))
    return c_type_new (C_VOID, "void");
  do
    {
      type = make_object (depth);
      kind = c_resolve (type, &qualifiers)->kind;
    }
  while (kind == C_ARRAY || kind == C_FUNCTION
	 || (qualifiers && !make_options.qualified_results));
  if (make_options.qualified_results && chance_of (30))
    type = c_qualified (type, chance_between (1, 3));
  return type;
}

/* A parameter whose bounds depend on the parameter `n'.  */
static const struct c_type *
make_bound_parameter (unsigned depth)
{
  static const char *const bounds[] = { "n", "n + 1", "2 * n", "*" };
  struct c_type *array = c_type_new (C_ARRAY, NULL);
  array->inner = make_object (depth);
  if (chance_of (40) && depth > 0)
    array->inner = make_array (depth - 1, false);
  array->bounds
    = bounds[chance_below (LENGTH (bounds) - (make_options.star_bounds ? 0 : 1))];
  if (chance_of (50))
    return array;
  if (chance_of (50))
    return make_pointer (array);
  struct c_type *outer = c_type_new (C_ARRAY, NULL);
  outer->inner = array;
  outer->bounds = chance_of (50) ? "n" : "3";
  return outer;
}

static const struct c_type *
make_parameter (unsigned depth)
{
  const struct c_type *type = NULL;
  unsigned choice = chance_below (20);
  if (choice == 0 && make_options.incomplete_parameters)
    type = choose_named (incomplete_tag);
  else if (choice == 1 && depth > 0)
    return make_function (depth - 1, true);
  else if (choice == 2)
    {
      static const char *const inside[]
	= { "static 3", "const 4", "restrict 5", "volatile static 7", "const" };
      struct c_type *array = c_type_new (C_ARRAY, NULL);
      *array = *make_array (depth, true);
      if (chance_of (30))
	array->bounds = inside[chance_below (LENGTH (inside))];
      return array;
    }
  if (!type)
    type = make_object (depth);
  return make_qualified (type);
}

static unsigned
make_parameter_count (unsigned depth)
{
  unsigned choice = chance_below (100);
  if (depth + 1 < make_options.depth)
    return chance_below (4);
  if (choice < 2)
    return chance_between (36, 80);
  if (choice < 10)
    return chance_between (8, 24);
  return chance_below (8);
}

/* A function type, DEPTH derivations deep at most inside.  Variably modified
   parameters if BOUNDS.  */
const struct c_type *
make_function (unsigned depth, bool bounds)
{
  struct c_type *function = c_type_new (C_FUNCTION, NULL);
  function->inner = make_result (depth);
  function->prototyped = !bounds || !chance_of (5);
  if (!function->prototyped)
    return function;
  function->count = make_parameter_count (depth);
  if (function->count == 0)
    return function;
  function->names_bound = make_options.bounds && chance_of (8);
  function->variadic = chance_of (10);
  function->parameters = calloc (function->count, sizeof function->parameters[0]);
  if (!function->parameters)
    abort ();
  for (size_t i = 0; i < function->count; i++)
    if (i > 0 && chance_of (10))
      function->parameters[i] = function->parameters[chance_below ((unsigned) i)];
    else if (i == 0 && function->names_bound)
      function->parameters[i] = c_type_new (C_SCALAR, "int");
    else if (function->names_bound && chance_of (30))
      function->parameters[i] = make_bound_parameter (depth);
    else
      function->parameters[i] = make_parameter (depth);
  return function;
}

const struct c_type *
make_prototype (void)
{
  return make_function (chance_below (make_options.depth + 1), false);
}

bool
make_va_list_p (const struct c_type *type)
{
  return type == named[0];
}
