/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trying prototypes.  With some hundred thousand of them one that has a given
   id by accident is found in one case out of ten thousand.  */

#include "guess.h"

#include <stdlib.h>

#include "../../../gimple/ids/mangle.h"

enum
{
  MAX_PARAMETERS = 3
};

/* A type and how C calls it: of a base type, or a pointer to one.  CODE is that
   of the Itanium ABI, NULL for void; BITS 0 a type that is no integer.  */
struct simple_type
{
  const char *name;
  const char *code;
  unsigned bits;
  bool is_signed;
  bool pointer;
  bool constant; /* What is pointed to.  */
};

static const struct simple_type simple_types[]
    = { { "int", "i", 32, true, false, false },
	{ "unsigned int", "j", 32, false, false, false },
	{ "long", "l", 64, true, false, false },
	{ "unsigned long", "m", 64, false, false, false },
	{ "void *", NULL, 0, false, true, false },
	{ "const void *", NULL, 0, false, true, true },
	{ "char *", "c", 8, true, true, false },
	{ "const char *", "c", 8, true, true, true },
	{ "int *", "i", 32, true, true, false },
	{ "_Bool", "b", 8, false, false, false },
	{ "char", "c", 8, true, false, false },
	{ "unsigned char", "h", 8, false, false, false },
	{ "short", "s", 16, true, false, false },
	{ "unsigned short", "t", 16, false, false, false },
	{ "long long", "x", 64, true, false, false },
	{ "unsigned long long", "y", 64, false, false, false },
	{ "float", "f", 0, false, false, false },
	{ "double", "d", 0, false, false, false } };

enum
{
  TYPES = sizeof simple_types / sizeof simple_types[0]
};

static const kcfi_type *
make_type (kcfi_type_model *model, const struct simple_type *simple)
{
  const kcfi_type *type
      = !simple->code  ? kcfi_type_void (model)
	: simple->bits ? kcfi_type_integer (model, simple->code, simple->bits,
					    simple->is_signed)
		       : kcfi_type_builtin (model, simple->code, false);
  if (simple->constant)
    type = kcfi_type_qualified (model, type, KCFI_CONST, NULL);
  return simple->pointer ? kcfi_type_pointer (model, type) : type;
}

/* One try: RESULT is TYPES for void, the first COUNT of PARAMETERS are numbers
   of types.  */
struct attempt
{
  unsigned result;
  unsigned count;
  unsigned parameters[MAX_PARAMETERS];
};

static void
print_attempt (struct kcfi_text *out, const struct attempt *attempt)
{
  const char *result
      = attempt->result == TYPES ? "void" : simple_types[attempt->result].name;
  kcfi_text_printf (out, "%s (%s", result, attempt->count ? "" : "void");
  for (unsigned i = 0; i < attempt->count; i++)
    kcfi_text_printf (out, "%s%s", i ? ", " : "",
		      simple_types[attempt->parameters[i]].name);
  kcfi_text_add (out, ")");
}

static bool
has_id_p (kcfi_type_model *model, const kcfi_type *const *types,
	  const struct attempt *attempt, uint32_t id)
{
  static const struct kcfi_id_options plain = { .hash = KCFI_HASH_XXHASH64 };
  const kcfi_type *parameters[MAX_PARAMETERS];
  for (unsigned i = 0; i < attempt->count; i++)
    parameters[i] = types[attempt->parameters[i]];
  struct kcfi_function_type function = { .result = types[attempt->result],
					 .parameters = parameters,
					 .count = attempt->count,
					 .prototyped = true };
  char *string = kcfi_type_string (model, kcfi_type_function (model, &function),
				   NULL, &plain);
  bool equal = kcfi_type_id (string, plain.hash) == id;
  free (string);
  return equal;
}

/* The next attempt with as many parameters; false after the last one.  */

static bool
next_attempt (struct attempt *attempt)
{
  for (unsigned i = 0; i < attempt->count; i++)
    {
      if (++attempt->parameters[i] < TYPES)
	return true;
      attempt->parameters[i] = 0;
    }
  return ++attempt->result <= TYPES;
}

unsigned
audit_guess (struct kcfi_text *out, const char *start, uint32_t id)
{
  unsigned found = 0;
  for (unsigned count = 0; count <= MAX_PARAMETERS; count++)
    {
      kcfi_type_model *model = kcfi_type_model_new ();
      const kcfi_type *types[TYPES + 1];
      for (unsigned i = 0; i < TYPES; i++)
	types[i] = make_type (model, &simple_types[i]);
      types[TYPES] = kcfi_type_void (model);
      struct attempt attempt = { .count = count };
      do
	if (has_id_p (model, types, &attempt, id))
	  {
	    kcfi_text_add (out, start);
	    print_attempt (out, &attempt);
	    kcfi_text_add (out, "\n");
	    found++;
	  }
      while (next_attempt (&attempt));
      kcfi_type_model_free (model);
    }
  return found;
}
