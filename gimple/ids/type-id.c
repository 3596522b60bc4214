/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a function type to its string and its type id.

   Source: Clang 22's CodeGenModule::CreateKCFITypeId, GeneralizeFunctionType
   and GeneralizeTransparentUnion; doc/type-ids.md.  */

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <stdlib.h>
#include <string.h>

#include "mangle.h"
#include "mangler.h"

/* A transparent union is its first field, once: a first field that is a
   transparent union itself stays its tag.  The union's own qualifiers go.  */
static const kcfi_type *
generalize_union (const kcfi_type *type)
{
  const kcfi_type *own = type->kind == KCFI_QUALIFIED ? type->child : type;
  return own->kind == KCFI_TRANSPARENT ? own->first_field->plain : type;
}

/* A pointer is `void *' with the qualifiers of what it pointed to; its own go,
   as does its pointee's address space.  */
static const kcfi_type *
generalize_pointer (kcfi_type_model *model, const kcfi_type *type)
{
  const kcfi_type *own = type->kind == KCFI_QUALIFIED ? type->child : type;
  if (own->kind != KCFI_POINTER)
    return type;
  unsigned qualifiers = kcfi_type_own_qualifiers (own->child);
  return kcfi_type_pointer (
      model,
      kcfi_type_qualified (model, kcfi_type_void (model), qualifiers, NULL));
}

/* FUNCTION as its id sees it: transparent unions among its own parameters and
   in its result are resolved, pointers there are generalized if OPTIONS say
   so.  */
static const kcfi_type *
generalize_function (kcfi_type_model *model, const kcfi_type *function,
		     const struct kcfi_id_options *options)
{
  size_t size = function->count * sizeof *function->parameters;
  const kcfi_type **parameters = kcfi_allocate (size);
  const kcfi_type *result = generalize_union (function->child);
  if (options->generalize_pointers)
    result = generalize_pointer (model, result);
  for (size_t i = 0; i < function->count; i++)
    {
      const kcfi_type *parameter = generalize_union (function->parameters[i]);
      if (options->generalize_pointers)
	parameter = generalize_pointer (model, parameter);
      /* A first field that is an array decays only after that, and without
	 its qualifiers.  */
      parameters[i] = kcfi_type_unqualified (model, parameter);
    }
  struct kcfi_function_type description = { .result = result,
					    .parameters = parameters,
					    .count = function->count,
					    .variadic = function->variadic,
					    .prototyped = function->prototyped,
					    .vendor = function->text };
  const kcfi_type *generalized = kcfi_type_function (model, &description);
  free (parameters);
  return generalized;
}

static char *
make_string (kcfi_type_model *model, const kcfi_type *function,
	     const char *salt, const struct kcfi_id_options *options,
	     bool preview)
{
  struct kcfi_text text = { 0 };
  kcfi_text_add (&text, "_ZTS");
  if (function->kind == KCFI_FUNCTION)
    function = generalize_function (model, function, options);
  struct kcfi_mangler mangler
      = { .model = model,
	  .out = &text,
	  .normalize_integers = options->normalize_integers,
	  .preview = preview };
  kcfi_run_mangler (&mangler, function);
  if (salt && *salt)
    {
      kcfi_text_add (&text, ".");
      kcfi_text_add (&text, salt);
    }
  if (options->normalize_integers)
    kcfi_text_add (&text, ".normalized");
  if (options->generalize_pointers)
    kcfi_text_add (&text, ".generalized");
  return kcfi_text_take (&text);
}

char *
kcfi_type_string (kcfi_type_model *model, const kcfi_type *function,
		  const char *salt, const struct kcfi_id_options *options)
{
  return make_string (model, function, salt, options, false);
}

char *
kcfi_type_preview (kcfi_type_model *model, const kcfi_type *function,
		   const char *salt, const struct kcfi_id_options *options)
{
  return make_string (model, function, salt, options, true);
}

static const char *const hash_names[]
    = { [KCFI_HASH_XXHASH64] = "xxHash64", [KCFI_HASH_FNV1A] = "FNV-1a" };

const char *
kcfi_hash_name (enum kcfi_hash hash)
{
  return hash_names[hash];
}

bool
kcfi_hash_by_name (const char *name, enum kcfi_hash *hash)
{
  for (size_t i = 0; i < sizeof hash_names / sizeof hash_names[0]; i++)
    if (strcmp (name, hash_names[i]) == 0)
      {
	*hash = (enum kcfi_hash) i;
	return true;
      }
  return false;
}

static uint32_t
fnv1a (const char *string)
{
  uint32_t hash = UINT32_C (0x811c9dc5);
  for (; *string; string++)
    hash = (hash ^ (unsigned char) *string) * UINT32_C (0x01000193);
  return hash;
}

uint32_t
kcfi_type_id (const char *string, enum kcfi_hash hash)
{
  if (hash == KCFI_HASH_FNV1A)
    return fnv1a (string);
  return (uint32_t) XXH64 (string, strlen (string), 0);
}
