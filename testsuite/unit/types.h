/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to build types of one model, for the unit tests.  */

#ifndef KCFI_TEST_TYPES_H
#define KCFI_TEST_TYPES_H

#include "../../gimple/ids/mangle.h"

#include <stdarg.h>
#include <stdlib.h>

#include "check.h"

typedef const kcfi_type *type;

/* The model of the types built; each test starts a new one.  */
static kcfi_type_model *model;

static inline void
new_model (void)
{
  kcfi_type_model_free (model);
  model = kcfi_type_model_new ();
}

/* The integer type of x86_64 with this Itanium letter.  */
static inline type
integer (char letter)
{
  static const struct
  {
    char letter;
    unsigned bits;
    bool is_signed;
  } integers[] = { { 'b', 8, false },  { 'c', 8, true },   { 'a', 8, true },
		   { 'h', 8, false },  { 's', 16, true },  { 't', 16, false },
		   { 'i', 32, true },  { 'j', 32, false }, { 'l', 64, true },
		   { 'm', 64, false }, { 'x', 64, true },  { 'y', 64, false },
		   { 'n', 128, true }, { 'o', 128, false } };
  char code[2] = { letter, '\0' };
  for (size_t i = 0; i < sizeof integers / sizeof *integers; i++)
    if (integers[i].letter == letter)
      return kcfi_type_integer (model, code, integers[i].bits,
				integers[i].is_signed);
  printf ("FAIL: the test has no integer type %c\n", letter);
  exit (1);
}

#define VOID kcfi_type_void (model)
#define CHAR integer ('c')
#define INT integer ('i')
#define LONG integer ('l')

static inline type
builtin (const char *code)
{
  return kcfi_type_builtin (model, code, false);
}

static inline type
pointer (type pointee)
{
  return kcfi_type_pointer (model, pointee);
}

static inline type
qualified (unsigned qualifiers, type unqualified)
{
  return kcfi_type_qualified (model, unqualified, qualifiers, NULL);
}

static inline type
constant (type unqualified)
{
  return qualified (KCFI_CONST, unqualified);
}

static inline type
in_space (const char *space, type unqualified)
{
  return kcfi_type_qualified (model, unqualified, 0, space);
}

static inline type
atomic (type unqualified)
{
  return kcfi_type_atomic (model, unqualified);
}

static inline type
array (uint64_t length, type element)
{
  return kcfi_type_array (model, element, true, length);
}

static inline type
open_array (type element)
{
  return kcfi_type_array (model, element, false, 0);
}

static inline type
variable_array (uint64_t identity, type element)
{
  return kcfi_type_variable_array (model, element, identity);
}

static inline type
vector (uint64_t length, type element)
{
  return kcfi_type_vector (model, element, length);
}

static inline type
complex (type element)
{
  return kcfi_type_complex (model, element);
}

/* The named tag NAME at file scope, the same type for the same name.  */
static inline type
tag (const char *name)
{
  struct kcfi_tag description
      = { .identity = UINT64_C (14695981039346656037), .name = name };
  for (; *name; name++)
    description.identity = (description.identity ^ (unsigned char) *name)
			   * UINT64_C (1099511628211);
  return kcfi_type_tag (model, &description);
}

/* The function type of the result and parameters up to END.  */
static inline type
make_function (bool variadic, bool prototyped, const char *vendor, ...)
{
  type types[64];
  size_t count = 0;
  va_list arguments;
  va_start (arguments, vendor);
  while ((types[count] = va_arg (arguments, type)))
    count++;
  va_end (arguments);
  struct kcfi_function_type function = { .result = types[0],
					 .parameters = types + 1,
					 .count = count - 1,
					 .variadic = variadic,
					 .prototyped = prototyped,
					 .vendor = vendor };
  return kcfi_type_function (model, &function);
}

#define END ((type) NULL)
/* FUNCTION (result, parameters ...), and the same with `...'.  */
#define FUNCTION(...) make_function (false, true, NULL, __VA_ARGS__, END)
#define VARIADIC(...) make_function (true, true, NULL, __VA_ARGS__, END)
#define MS_ABI(...) make_function (false, true, "ms_abi", __VA_ARGS__, END)
/* int f () before C23.  */
#define UNPROTOTYPED(result) make_function (false, false, NULL, result, END)

/* What clang's switches choose, by the names of its suffixes.  */
static const struct kcfi_id_options as_is
    = { false, false, KCFI_HASH_XXHASH64 };
static const struct kcfi_id_options normalized
    = { true, false, KCFI_HASH_XXHASH64 };
static const struct kcfi_id_options generalized
    = { false, true, KCFI_HASH_XXHASH64 };
static const struct kcfi_id_options both = { true, true, KCFI_HASH_XXHASH64 };

/* The string of FUNCTION_TYPE under OPTIONS must be EXPECTED, without _ZTS,
   and its type id ID.  */
static inline void
check_type (const char *name, type function_type,
	    const struct kcfi_id_options *options, const char *expected,
	    uint32_t id)
{
  char *string = kcfi_type_string (model, function_type, NULL, options);
  uint32_t got = kcfi_type_id (string, options->hash);
  bool ok = !strncmp (string, "_ZTS", 4) && !strcmp (string + 4, expected)
	    && got == id;
  check (ok, name);
  if (!ok)
    printf ("  expected _ZTS%s %#x\n  got      %s %#x\n", expected, id, string,
	    got);
  free (string);
}

#endif
