/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same type, written in another way.  */

#include "../chance.h"
#include "make-parts.h"

#include <stdlib.h>

/* True if a call without prototype would pass TYPE unchanged.  */
static bool
unchanged_by_promotion (const struct c_type *type)
{
  type = c_resolve (type, NULL);
  return type->kind == C_POINTER || type->kind == C_TAG
	 || type->kind == C_VECTOR;
}

static bool
can_lose_prototype (const struct c_type *function)
{
  if (function->variadic)
    return false;
  for (size_t i = 0; i < function->count; i++)
    if (!unchanged_by_promotion (function->parameters[i]))
      return false;
  return true;
}

static const struct c_type *
compatible_function (const struct c_type *type)
{
  struct c_type *copy = c_type_new (C_FUNCTION, NULL);
  *copy = *type;
  copy->inner = make_compatible (type->inner);
  if (type->prototyped && can_lose_prototype (type) && chance_of (15))
    {
      copy->prototyped = copy->names_bound = false;
      copy->count = 0;
      return copy;
    }
  copy->parameters = calloc (type->count + 1, sizeof copy->parameters[0]);
  if (!copy->parameters)
    abort ();
  for (size_t i = 0; i < type->count; i++)
    copy->parameters[i] = i == 0 && type->names_bound
			    ? type->parameters[i]
			    : make_compatible (type->parameters[i]);
  return copy;
}

const struct c_type *
make_compatible (const struct c_type *type)
{
  unsigned qualifiers;
  c_resolve (type, &qualifiers);
  /* GCC's composite type loses these (qualify_type in c-typeck.c).  */
  if (qualifiers & (C_ATOMIC | C_SEG_GS | C_SEG_FS) || type->attributes)
    return type;
  struct c_type *copy = c_type_new (type->kind, type->words);
  *copy = *type;
  switch (type->kind)
    {
    case C_TYPEDEF:
      {
	/* A qualified array is an array of qualified elements, and va_list
	   can be written in no other way: leave them.  So are types that an
	   attribute makes no longer compatible.  */
	const struct c_type *real = c_resolve (type, NULL);
	if (chance_of (50) || (real->kind == C_ARRAY && type->qualifiers)
	    || make_va_list_p (type) || type->attributes)
	  return type;
	return make_compatible (c_qualified (type->inner, type->qualifiers));
      }
    case C_POINTER:
      copy->inner = make_compatible (type->inner);
      /* An attribute of the target type needs the function in sight.  */
      if (copy->attributes && copy->inner->kind != C_FUNCTION)
	return type;
      return copy;
    case C_ARRAY:
      copy->inner = make_compatible (type->inner);
      return copy;
    case C_FUNCTION:
      return compatible_function (type);
    default:
      return type;
    }
}
