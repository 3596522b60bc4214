/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/ids/type-model.c and type-table.c: equal types are one
   pointer, different ones are not, and C's rules are applied while building.
   Needs the C files of gimple.  */

#include "types.h"

static void
test_identity (void)
{
  type function = VARIADIC (INT, pointer (constant (CHAR)));
  check (function == VARIADIC (INT, pointer (constant (CHAR))),
	 "equal function types are one");
  check (function != FUNCTION (INT, pointer (constant (CHAR))),
	 "variadic is another");
  check (FUNCTION (INT) != UNPROTOTYPED (INT), "unprototyped is another");
  check (MS_ABI (INT, INT) != FUNCTION (INT, INT), "ms_abi is another");
  check (FUNCTION (INT, INT, LONG) != FUNCTION (INT, LONG, INT),
	 "parameters have an order");
  check (FUNCTION (INT, INT) != FUNCTION (INT, INT, INT),
	 "parameters have a count");
  check (integer ('l') != integer ('x'), "long and long long");
  check (integer ('c') != integer ('a'), "char and signed char");
  check (array (3, INT) != array (4, INT), "array lengths");
  check (array (0, INT) != open_array (INT), "[0] and []");
  check (kcfi_type_array (model, INT, false, 7) == open_array (INT),
	 "no length, whatever it is");
  check (vector (4, INT) != array (4, INT), "vector and array");
  check (complex (INT) != atomic (INT), "_Complex and _Atomic");
  check (in_space ("AS1", INT) != in_space ("AS2", INT), "address spaces");
  check (in_space ("AS1", INT) != constant (INT), "space and const");
  check (builtin ("f") != kcfi_type_builtin (model, "f", true),
	 "builtin and vendor type");
  check (tag ("one") != tag ("other"), "tags");
  check (tag ("one") != builtin ("3one"), "tag and builtin");

  char code[] = "DF16_";
  type half = builtin (code);
  memset (code, '!', sizeof code - 1);
  check (half == builtin ("DF16_"), "strings are copied");

  kcfi_type_model *other = kcfi_type_model_new ();
  check (kcfi_type_void (other) != VOID, "another model has its own types");
  kcfi_type_model_free (other);
  kcfi_type_model_free (NULL);
}

static void
test_qualifiers (void)
{
  type array_of = array (2, array (3, INT));
  check (qualified (0, INT) == INT, "no qualifier");
  check (constant (qualified (KCFI_VOLATILE, INT))
	     == qualified (KCFI_CONST | KCFI_VOLATILE, INT),
	 "const volatile is one component");
  check (constant (constant (INT)) == constant (INT), "const const");
  check (in_space ("AS1", constant (INT)) == constant (in_space ("AS1", INT)),
	 "an address space joins the qualifiers");
  check (constant (array_of) == array (2, array (3, constant (INT))),
	 "an array's qualifiers are its element's");
  check (constant (open_array (INT)) == open_array (constant (INT)),
	 "also without a length");
  check (in_space ("AS1", array_of)
	     == array (2, array (3, in_space ("AS1", INT))),
	 "and so is its address space");
  check (atomic (constant (INT)) == constant (atomic (INT)),
	 "const _Atomic in either order");
  check (constant (FUNCTION (INT)) == FUNCTION (INT),
	 "a function type has no qualifiers");
}

static void
test_parameters (void)
{
  type callback = FUNCTION (VOID, INT);
  check (FUNCTION (VOID, constant (INT)) == FUNCTION (VOID, INT),
	 "a parameter loses const");
  check (FUNCTION (VOID, array (3, INT)) == FUNCTION (VOID, pointer (INT)),
	 "an array decays");
  check (FUNCTION (VOID, array (2, array (3, INT)))
	     == FUNCTION (VOID, pointer (array (3, INT))),
	 "only its first dimension does");
  check (FUNCTION (VOID, array (3, constant (INT)))
	     == FUNCTION (VOID, pointer (constant (INT))),
	 "const elements stay const");
  check (FUNCTION (VOID, callback) == FUNCTION (VOID, pointer (callback)),
	 "a function decays");
  check (FUNCTION (VOID, atomic (INT)) != FUNCTION (VOID, INT),
	 "a parameter keeps _Atomic");
  check (FUNCTION (constant (INT)) != FUNCTION (INT), "a result keeps const");
  check (make_function (false, false, NULL, VOID, INT, END)
	     == FUNCTION (VOID, INT),
	 "a K&R definition is like a prototype");
  check (make_function (false, false, "ms_abi", VOID, END)
	     != UNPROTOTYPED (VOID),
	 "the convention of an unprototyped function");
  check (array (5, open_array (INT)) == open_array (open_array (INT)),
	 "an array of variable length arrays is one");
}

static void
test_transparent_unions (void)
{
  type whole
      = kcfi_type_transparent_union (model, tag ("whole"), pointer (INT));
  check (whole != tag ("whole"), "a transparent union is not its tag");
  check (pointer (whole) == pointer (tag ("whole")),
	 "a pointer to it is one to its tag");
  check (array (2, whole) == array (2, tag ("whole")), "and so is an array");
  check (pointer (FUNCTION (VOID, whole))
	     == pointer (FUNCTION (VOID, tag ("whole"))),
	 "and a pointer to a function");
  check (FUNCTION (VOID, whole) != FUNCTION (VOID, tag ("whole")),
	 "but not a function");
  check (pointer (constant (whole)) == pointer (constant (tag ("whole"))),
	 "a pointer to const");
}

static void
test_numbered (void)
{
  struct kcfi_tag no_name = { .identity = 1 };
  struct kcfi_tag in_function = {
    .identity = 2, .scope = KCFI_TAG_LOCAL, .name = "local", .function = "fn"
  };
  type unnamed = kcfi_type_tag (model, &no_name);
  type local = kcfi_type_tag (model, &in_function);
  check (kcfi_type_is_numbered (unnamed), "an unnamed tag");
  check (kcfi_type_is_numbered (local), "a local tag");
  check (!kcfi_type_is_numbered (tag ("named")), "not a named one");
  check (!kcfi_type_is_numbered (FUNCTION (INT, pointer (tag ("named")))),
	 "nor a function of it");
  check (kcfi_type_is_numbered (
	     FUNCTION (VOID, pointer (constant (array (2, unnamed))))),
	 "deep in a parameter");
  check (kcfi_type_is_numbered (FUNCTION (atomic (local))), "in a result");
  check (kcfi_type_is_numbered (FUNCTION (
	     VOID, pointer (FUNCTION (VOID, INT, pointer (unnamed))))),
	 "in a callback");
  check (kcfi_type_is_numbered (
	     FUNCTION (VOID, kcfi_type_transparent_union (model, tag ("whole"),
							  pointer (unnamed)))),
	 "in the first field of a transparent union");
}

/* More types than the table has room for at first, found again.  */
static void
test_growth (void)
{
  enum
  {
    COUNT = 100000
  };
  type *built = malloc (COUNT * sizeof *built);
  bool different = true, same = true;
  for (uint64_t i = 0; built && i < COUNT; i++)
    built[i] = array (i, INT);
  for (uint64_t i = 1; built && i < COUNT; i++)
    {
      different &= built[i] != built[i - 1];
      same &= built[i] == array (i, INT);
    }
  check (built && different, "100,000 types are different");
  check (built && same, "100,000 types are found again");
  free (built);
}

int
main (void)
{
  new_model ();
  test_identity ();
  test_qualifiers ();
  test_parameters ();
  test_transparent_unions ();
  test_numbered ();
  test_growth ();
  kcfi_type_model_free (model);
  return check_failures != 0;
}
