/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The neutral type model: what C says about putting types together.

   Each constructor fills a node on the stack as the key, and the table
   (type-table.c) finds its equal or keeps a copy.  As C does, the constructors
   bring types into one form: qualifiers of an array go to its element,
   parameters decay and lose theirs, and a transparent union is only special as
   a direct parameter or result of a function.  */

#include "encoding.h"
#include "type-node.h"

#include <stdlib.h>

#include "../../plugin/base/text.h"

bool
kcfi_type_is_numbered (const kcfi_type *type)
{
  return type->numbered;
}

const kcfi_type *
kcfi_type_void (kcfi_type_model *model)
{
  kcfi_type key = { .kind = KCFI_VOID };
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_builtin (kcfi_type_model *model, const char *code, bool substitutable)
{
  kcfi_type key
      = { .kind = KCFI_BUILTIN, .text = code, .substitutable = substitutable };
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_encoded (kcfi_type_model *model, const char *encoding,
		   uint64_t identity)
{
  kcfi_type key = { .kind = KCFI_BUILTIN,
		    .text = encoding,
		    .value = identity,
		    .substitutable = !kcfi_encoding_builtin_p (encoding) };
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_integer (kcfi_type_model *model, const char *code, unsigned bits,
		   bool is_signed)
{
  kcfi_type key = {
    .kind = KCFI_INTEGER, .text = code, .bits = bits, .is_signed = is_signed
  };
  return kcfi_model_intern (model, &key);
}

/* A node of KIND around CHILD as a part, not as a parameter or result.  */
static kcfi_type
wrap_type (enum kcfi_type_kind kind, const kcfi_type *child)
{
  return (kcfi_type){ .kind = kind,
		      .child = child->plain,
		      .numbered = child->numbered };
}

/* An array of ELEMENT.  VALUE is its length, or tells arrays without one
   apart.  */
static const kcfi_type *
array_node (kcfi_type_model *model, const kcfi_type *element, bool has_length,
	    uint64_t value)
{
  kcfi_type key = wrap_type (KCFI_ARRAY, element);
  /* Clang: an array of variable length arrays is one itself, `int [5][n]' is
     A_A_i.  */
  key.has_length
      = has_length && (element->kind != KCFI_ARRAY || element->has_length);
  key.value = key.has_length || !has_length ? value : 0;
  return kcfi_model_intern (model, &key);
}

/* Put TYPE, which replaces the innermost element of ARRAY, back under the
   array levels of ARRAY.  A loop, since nothing bounds the levels.  */
static const kcfi_type *
rebuild_array (kcfi_type_model *model, const kcfi_type *array,
	       const kcfi_type *type)
{
  size_t levels = 0;
  for (const kcfi_type *level = array; level->kind == KCFI_ARRAY;
       level = level->child)
    levels++;
  const kcfi_type **stack = kcfi_allocate (levels * sizeof *stack);
  size_t i = 0;
  for (const kcfi_type *level = array; level->kind == KCFI_ARRAY;
       level = level->child)
    stack[i++] = level;
  while (i--)
    type = array_node (model, type, stack[i]->has_length, stack[i]->value);
  free (stack);
  return type;
}

static const kcfi_type *
innermost_element (const kcfi_type *type)
{
  while (type->kind == KCFI_ARRAY)
    type = type->child;
  return type;
}

const kcfi_type *
kcfi_type_qualified (kcfi_type_model *model, const kcfi_type *type,
		     unsigned qualifiers, const char *address_space)
{
  /* C leaves a qualified function type undefined, Clang drops the
     qualifiers.  */
  if ((!qualifiers && !address_space) || type->kind == KCFI_FUNCTION)
    return type;
  if (type->kind == KCFI_ARRAY)
    {
      const kcfi_type *element = kcfi_type_qualified (
	  model, innermost_element (type), qualifiers, address_space);
      return rebuild_array (model, type, element);
    }
  if (type->kind == KCFI_QUALIFIED)
    {
      qualifiers |= type->qualifiers;
      if (!address_space)
	address_space = type->text;
      type = type->child;
    }
  kcfi_type key = { .kind = KCFI_QUALIFIED,
		    .child = type,
		    .qualifiers = qualifiers,
		    .text = address_space,
		    .numbered = type->numbered };
  if (type->plain != type)
    key.plain
	= kcfi_type_qualified (model, type->plain, qualifiers, address_space);
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_unqualified (kcfi_type_model *model, const kcfi_type *type)
{
  const kcfi_type *element = innermost_element (type);
  if (element->kind != KCFI_QUALIFIED)
    return type;
  return rebuild_array (model, type, element->child);
}

unsigned
kcfi_type_own_qualifiers (const kcfi_type *type)
{
  type = innermost_element (type);
  return type->kind == KCFI_QUALIFIED ? type->qualifiers : 0;
}

const kcfi_type *
kcfi_type_atomic (kcfi_type_model *model, const kcfi_type *type)
{
  /* `const _Atomic int' is const (_Atomic int), in whatever order it was
     written.  */
  if (type->kind == KCFI_QUALIFIED)
    return kcfi_type_qualified (model, kcfi_type_atomic (model, type->child),
				type->qualifiers, type->text);
  kcfi_type key = wrap_type (KCFI_ATOMIC, type);
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_pointer (kcfi_type_model *model, const kcfi_type *pointee)
{
  kcfi_type key = wrap_type (KCFI_POINTER, pointee);
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_array (kcfi_type_model *model, const kcfi_type *element,
		 bool has_length, uint64_t length)
{
  return array_node (model, element, has_length, has_length ? length : 0);
}

const kcfi_type *
kcfi_type_variable_array (kcfi_type_model *model, const kcfi_type *element,
			  uint64_t identity)
{
  /* 0 stands for arrays without a bound.  */
  return array_node (model, element, false, identity + 1);
}

const kcfi_type *
kcfi_type_vector (kcfi_type_model *model, const kcfi_type *element,
		  uint64_t length)
{
  kcfi_type key = wrap_type (KCFI_VECTOR, element);
  key.value = length;
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_complex (kcfi_type_model *model, const kcfi_type *element)
{
  kcfi_type key = wrap_type (KCFI_COMPLEX, element);
  return kcfi_model_intern (model, &key);
}

/* What a parameter written as TYPE is (C11 6.7.6.3p7, p8, p15).  */
static const kcfi_type *
adjusted_parameter (kcfi_type_model *model, const kcfi_type *type)
{
  if (type->kind == KCFI_ARRAY)
    return kcfi_type_pointer (model, type->child);
  if (type->kind == KCFI_FUNCTION)
    return kcfi_type_pointer (model, type);
  return type->kind == KCFI_QUALIFIED ? type->child : type;
}

const kcfi_type *
kcfi_type_function (kcfi_type_model *model,
		    const struct kcfi_function_type *function)
{
  /* A list of types is a prototype to us: Clang gives a K&R definition the
     type that its promoted parameters make.  */
  bool prototyped
      = function->prototyped || function->variadic || function->count > 0;
  size_t size = function->count * sizeof *function->parameters;
  const kcfi_type **parameters = kcfi_allocate (size);
  const kcfi_type **plain_parameters = kcfi_allocate (size);
  kcfi_type key = { .kind = KCFI_FUNCTION,
		    .child = function->result,
		    .parameters = parameters,
		    .count = function->count,
		    .variadic = function->variadic,
		    .prototyped = prototyped,
		    .text = function->vendor,
		    .value = function->variety,
		    .numbered = function->result->numbered };
  bool is_plain = function->result->plain == function->result;
  for (size_t i = 0; i < function->count; i++)
    {
      parameters[i] = adjusted_parameter (model, function->parameters[i]);
      plain_parameters[i] = parameters[i]->plain;
      key.numbered |= parameters[i]->numbered;
      is_plain &= parameters[i]->plain == parameters[i];
    }
  if (!is_plain)
    {
      kcfi_type plain_key = key;
      plain_key.child = function->result->plain;
      plain_key.parameters = plain_parameters;
      key.plain = kcfi_model_intern (model, &plain_key);
    }
  const kcfi_type *type = kcfi_model_intern (model, &key);
  free (parameters);
  free (plain_parameters);
  return type;
}

const kcfi_type *
kcfi_type_tag (kcfi_type_model *model, const struct kcfi_tag *tag)
{
  const kcfi_type *parent = tag->scope == KCFI_TAG_MEMBER && tag->parent
				? tag->parent->plain
				: NULL;
  if (parent && parent->kind == KCFI_QUALIFIED)
    parent = parent->child;
  kcfi_type key = { .kind = KCFI_TAG,
		    .scope = tag->scope,
		    .value = tag->identity,
		    .text = tag->name };
  if (tag->scope == KCFI_TAG_LOCAL && tag->function)
    {
      key.name_is_typedef = tag->name && tag->name_is_typedef;
      key.function = tag->function;
      key.function_is_static = tag->function_is_static;
      key.function_identity = tag->function_identity;
      if (tag->function_type && tag->function_type->kind == KCFI_FUNCTION)
	key.function_type = tag->function_type->plain;
      key.numbered = true;
    }
  else if (parent && parent->kind == KCFI_TAG)
    {
      key.child = parent;
      key.text = NULL;
      key.numbered = parent->numbered;
    }
  else
    {
      key.scope = KCFI_TAG_FILE;
      key.numbered = !tag->name;
    }
  return kcfi_model_intern (model, &key);
}

const kcfi_type *
kcfi_type_transparent_union (kcfi_type_model *model, const kcfi_type *tag,
			     const kcfi_type *first_field)
{
  if (!first_field)
    return tag;
  kcfi_type key = { .kind = KCFI_TRANSPARENT,
		    .child = tag->plain,
		    .first_field = first_field,
		    .plain = tag->plain,
		    .numbered = tag->numbered || first_field->numbered };
  return kcfi_model_intern (model, &key);
}
