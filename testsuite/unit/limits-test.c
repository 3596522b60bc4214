/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of the sizes that the mangler meets: names of 100 kB, types of
   100,000 levels, thousands of parameters and substitutions.  What is expected
   is written down by the rules of the Itanium C++ ABI, 5.1.  Needs the C files
   of gimple.  */

#include "types.h"

#include <sys/resource.h>

#include "../../plugin/base/text.h"

enum
{
  LEVELS = 100000,
  LONG_NAME = 150000,
  PARAMETERS = 5000
};

/* COUNT times PART.  */
static void
add_times (struct kcfi_text *text, const char *part, size_t count)
{
  while (count--)
    kcfi_text_add (text, part);
}

/* FUNCTION_TYPE must be called EXPECTED, which is freed.  */
static void
expect (const char *name, type function_type,
	const struct kcfi_id_options *options, struct kcfi_text *expected)
{
  char *string = kcfi_type_string (model, function_type, NULL, options);
  check (!strcmp (string, expected->bytes), name);
  free (string);
  kcfi_text_free (expected);
}

static void
test_long_names (void)
{
  char *name = kcfi_allocate (LONG_NAME + 1);
  memset (name, 'n', LONG_NAME);
  name[LONG_NAME] = '\0';
  struct kcfi_text expected = { 0 };
  kcfi_text_printf (&expected, "_ZTSFv%d%sPS_E", LONG_NAME, name);
  expect ("a tag of 150,000 letters",
	  FUNCTION (VOID, tag (name), pointer (tag (name))), &as_is, &expected);

  struct kcfi_tag local = {
    .identity = 1, .scope = KCFI_TAG_LOCAL, .name = name, .function = name
  };
  kcfi_text_printf (&expected, "_ZTSFvZ%d%sE%d%sE", LONG_NAME, name, LONG_NAME,
		    name);
  expect ("in a function of 150,000 letters",
	  FUNCTION (VOID, kcfi_type_tag (model, &local)), &as_is, &expected);

  char *string = kcfi_type_string (model, FUNCTION (VOID), name, &both);
  kcfi_text_printf (&expected, "_ZTSFvvE.%s.normalized.generalized", name);
  check (!strcmp (string, expected.bytes), "a salt of 150,000 letters");
  kcfi_text_free (&expected);
  free (string);
  free (name);
}

static void
test_deep_pointers (void)
{
  type deep = INT;
  for (int i = 0; i < LEVELS; i++)
    deep = pointer (deep);
  struct kcfi_text expected = { 0 };
  kcfi_text_add (&expected, "_ZTSFv");
  add_times (&expected, "P", LEVELS);
  kcfi_text_add (&expected, "iE");
  expect ("100,000 pointers", FUNCTION (VOID, deep), &as_is, &expected);

  /* The int is S_, the pointers S0_ ...; the one before the last of 100,000
     is number 99,999, whose id is 99,998 = 2 * 36^3 + 5 * 36^2 + 5 * 36 + 26.
   */
  kcfi_text_add (&expected, "_ZTSFv");
  add_times (&expected, "P", LEVELS - 1);
  kcfi_text_add (&expected, "u3i32PS255Q_S255R_E.normalized");
  type one_less = INT;
  for (int i = 0; i < LEVELS - 1; i++)
    one_less = pointer (one_less);
  char *string = kcfi_type_string (model, FUNCTION (VOID, one_less, deep, deep),
				   NULL, &normalized);
  check_string ("the same as a substitution, normalized",
		string + strlen (string) - 30,
		expected.bytes + expected.length - 30);
  free (string);
  kcfi_text_free (&expected);
}

static void
test_deep_others (void)
{
  struct kcfi_text expected = { 0 };
  type deep = INT;
  for (int i = 0; i < LEVELS; i++)
    deep = pointer (FUNCTION (VOID, deep));
  kcfi_text_add (&expected, "_ZTSFv");
  add_times (&expected, "PFv", LEVELS);
  kcfi_text_add (&expected, "iE");
  add_times (&expected, "E", LEVELS);
  expect ("100,000 callbacks of callbacks", FUNCTION (VOID, deep), &as_is,
	  &expected);

  deep = INT;
  for (int i = 0; i < LEVELS; i++)
    deep = array (2, deep);
  kcfi_text_add (&expected, "_ZTSFvP");
  add_times (&expected, "A2_", LEVELS);
  kcfi_text_add (&expected, "VKiE");
  expect (
      "100,000 dimensions",
      FUNCTION (VOID, pointer (qualified (KCFI_CONST | KCFI_VOLATILE, deep))),
      &as_is, &expected);

  deep = INT;
  for (int i = 0; i < LEVELS; i++)
    deep = pointer (constant (atomic (deep)));
  kcfi_text_add (&expected, "_ZTSFv");
  add_times (&expected, "PKU7_Atomic", LEVELS);
  kcfi_text_add (&expected, "iE");
  expect ("100,000 atomic pointers", FUNCTION (VOID, deep), &as_is, &expected);

  kcfi_text_add (&expected, "_ZTSFvPKvE.generalized");
  expect ("and generalized", FUNCTION (VOID, deep), &generalized, &expected);
}

/* struct outer { struct { struct { ... } x; } x; };  */
static void
test_deep_members (void)
{
  type deep = tag ("outer");
  for (int i = 0; i < LEVELS; i++)
    {
      struct kcfi_tag member
	  = { .identity = 1000 + i, .scope = KCFI_TAG_MEMBER, .parent = deep };
      deep = kcfi_type_tag (model, &member);
    }
  struct kcfi_text expected = { 0 };
  kcfi_text_add (&expected, "_ZTSFvN5outer");
  add_times (&expected, "Ut_", LEVELS);
  kcfi_text_add (&expected, "EE");
  expect ("100,000 unnamed structs in each other", FUNCTION (VOID, deep),
	  &as_is, &expected);
}

/* Substitution NUMBER by the ABI: S_, then the id of NUMBER - 1 in base 36.  */
static void
add_substitution (struct kcfi_text *text, unsigned number)
{
  char digits[16];
  int count = 0;
  unsigned rest = number ? number - 1 : 0;
  while (number && (!count || rest))
    {
      unsigned digit = rest % 36;
      digits[count++] = (char) (digit < 10 ? '0' + digit : 'A' + digit - 10);
      rest /= 36;
    }
  kcfi_text_add (text, "S");
  while (count--)
    kcfi_text_add_bytes (text, &digits[count], 1);
  kcfi_text_add (text, "_");
}

static void
test_many_parameters (void)
{
  type *parameters = kcfi_allocate (2 * PARAMETERS * sizeof *parameters);
  struct kcfi_text expected = { 0 };
  kcfi_text_add (&expected, "_ZTSFv");
  for (int i = 0; i < PARAMETERS; i++)
    {
      char name[20];
      snprintf (name, sizeof name, "t%d", i);
      parameters[i] = parameters[PARAMETERS + i] = tag (name);
      kcfi_text_printf (&expected, "%zu%s", strlen (name), name);
    }
  for (int i = 0; i < PARAMETERS; i++)
    add_substitution (&expected, i);
  kcfi_text_add (&expected, "E");
  struct kcfi_function_type many = { .result = VOID,
				     .parameters = parameters,
				     .count = 2 * PARAMETERS,
				     .prototyped = true };
  expect ("10,000 parameters, half of them substitutions",
	  kcfi_type_function (model, &many), &as_is, &expected);
  free (parameters);
}

int
main (void)
{
  /* The stack must not matter.  */
  struct rlimit stack;
  if (!getrlimit (RLIMIT_STACK, &stack))
    {
      stack.rlim_cur = 256 * 1024;
      setrlimit (RLIMIT_STACK, &stack);
    }
  new_model ();
  test_long_names ();
  test_deep_pointers ();
  test_deep_others ();
  test_deep_members ();
  test_many_parameters ();
  kcfi_type_model_free (model);
  return check_failures != 0;
}
