/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/ids/type-id.c: hashes, suffixes, and what the id makes of
   transparent unions and pointers.  Strings and ids are those of clang-22
   (22.1.8; -fsanitize=kcfi, and -Xclang -fsanitize-kcfi-hash=FNV-1a).  Needs
   the C files of gimple.  */

#include "types.h"

static void
test_xxhash (void)
{
  static const struct
  {
    const char *string;
    uint32_t id;
  } vectors[] = {
    { "_ZTSFiiE", 0x00050794 },
    { "_ZTSFvvE", 0xa540670c },
    { "_ZTSFvPiE", 0x7e0c52a5 },
    { "_ZTSFvvE.normalized.generalized", 656572400 },
    /* Ids that look like x86 instructions or like nothing: not masked here.  */
    { "_ZTSFvP8srajDDaaE", 0xfa1e0ff3 },
    { "_ZTSFvP8smYKATcaE", 0xfb1e0ff3 },
    { "_ZTSFvP8sGnAIvcaE", 0x05e1f00d },
    { "_ZTSFvP8sm1igzjaE", 0x04e1f00d },
    { "_ZTSFvP8sVRt58caE", 0x00000000 },
    { "_ZTSFvP8scKcdsbaE", 0xffffffff },
    /* XXH64 of no bytes is ef46db3751d8e999 (xxHash's own test vector).  */
    { "", 0x51d8e999 },
  };
  for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
    {
      char name[80];
      snprintf (name, sizeof name, "xxHash64 of \"%s\"", vectors[i].string);
      check_number (name, kcfi_type_id (vectors[i].string, KCFI_HASH_XXHASH64),
		    vectors[i].id);
    }
}

static void
test_fnv1a (void)
{
  static const struct
  {
    const char *string;
    uint32_t id;
  } vectors[] = {
    { "_ZTSFvcE", 1694294769 },
    { "_ZTSFviE", 1893948911 },
    { "_ZTSFvvE", 1088476104 },
    { "_ZTSFvu2i8E.normalized", 3941851417 },
    { "_ZTSFvPvE.generalized", 1629153266 },
    { "_ZTSFiiE.pepper", 2320455348 },
    /* The offset basis, and a byte over 127 (both by the definition).  */
    { "", 0x811c9dc5 },
    { "\xff", (0x811c9dc5u ^ 0xff) * 0x01000193u },
  };
  for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
    {
      char name[80];
      snprintf (name, sizeof name, "FNV-1a, vector %zu", i);
      check_number (name, kcfi_type_id (vectors[i].string, KCFI_HASH_FNV1A),
		    vectors[i].id);
    }
}

/* The string of FUNCTION_TYPE with SALT under OPTIONS is EXPECTED and hashes
   to ID.  */
static void
check_salted (const char *name, type function_type, const char *salt,
	      const struct kcfi_id_options *options, const char *expected,
	      uint32_t id)
{
  char *string = kcfi_type_string (model, function_type, salt, options);
  check_string (name, string, expected);
  char title[60];
  snprintf (title, sizeof title, "%s: id", name);
  check_number (title, kcfi_type_id (string, KCFI_HASH_XXHASH64), id);
  free (string);
}

static void
test_suffixes (void)
{
  type simple = FUNCTION (INT, INT);
  check_salted ("no salt", simple, NULL, &as_is, "_ZTSFiiE", 329620);
  check_salted ("empty salt", simple, "", &as_is, "_ZTSFiiE", 329620);
  check_salted ("empty salt, normalized", simple, "", &normalized,
		"_ZTSFu3i32S_E.normalized", 3453911627);
  check_salted ("salt", simple, "pepper", &as_is, "_ZTSFiiE.pepper",
		1047987811);
  check_salted ("salt, normalized", simple, "pepper", &normalized,
		"_ZTSFu3i32S_E.pepper.normalized", 399443408);
  check_salted ("salt, generalized", simple, "pepper", &generalized,
		"_ZTSFiiE.pepper.generalized", 3927662228);
  check_salted ("salt, both", simple, "pepper", &both,
		"_ZTSFu3i32S_E.pepper.normalized.generalized", 2461412952);
}

/* The union NAME whose first field is FIELD.  */
static type
transparent (const char *name, type field)
{
  return kcfi_type_transparent_union (model, tag (name), field);
}

/* typedef union { FIELD; ... } NAME __attribute__ ((transparent_union)); void
   f (NAME) and NAME f (void) are called PARAMETER and RESULT.  */
static void
check_union (const char *name, type field, const char *parameter,
	     uint32_t parameter_id, const char *result, uint32_t result_id)
{
  char title[40];
  snprintf (title, sizeof title, "union %s as parameter", name);
  check_type (title, FUNCTION (VOID, transparent (name, field)), &as_is,
	      parameter, parameter_id);
  snprintf (title, sizeof title, "union %s as result", name);
  check_type (title, FUNCTION (transparent (name, field)), &as_is, result,
	      result_id);
}

static void
test_transparent_unions (void)
{
  type tu1 = transparent ("tu1", pointer (INT));
  type five = array (5, INT);
  /* int *restrict const *volatile  */
  type deep = qualified (
      KCFI_VOLATILE,
      pointer (qualified (KCFI_RESTRICT | KCFI_CONST, pointer (INT))));
  check_type ("tu1, tu1 *, void (*) (tu1), const tu1",
	      FUNCTION (VOID, tu1, pointer (tu1),
			pointer (FUNCTION (VOID, tu1)), constant (tu1)),
	      &as_is, "FvPiP3tu1PFvS0_ES_E", 0x9951b07f);
  check_type ("const union as result", FUNCTION (constant (tu1)), &as_is,
	      "FPivE", 0x77332687);
  check_union ("tu2", constant (INT), "FviE", 0x019c0cac, "FKivE", 0xf82487bc);
  check_union ("tu3", five, "FvPiE", 0x7e0c52a5, "FA5_ivE", 0x2b3aedf2);
  check_union ("tu4", constant (five), "FvPiE", 0x7e0c52a5, "FA5_KivE",
	       0xcf746a2b);
  check_union ("tu5", constant (array (2, five)), "FvPA5_iE", 0xd5d2e691,
	       "FA2_A5_KivE", 0x4b8df8fb);
  check_union ("tu6", tu1, "Fv3tu1E", 0x163e6f58, "F3tu1vE", 0x5bd6b2b8);
  check_union ("tu7", constant (pointer (INT)), "FvPiE", 0x7e0c52a5, "FKPivE",
	       0x5f212b3d);
  check_union ("tu11", atomic (INT), "FvU7_AtomiciE", 0xc75f3012,
	       "FU7_AtomicivE", 0xda6abf01);
  check_union ("tu12", deep, "FvPrKPiE", 0x6402e09b, "FVPrKPivE", 0x8e103267);
  check_type (
      "first field is a function of a union",
      FUNCTION (VOID, transparent ("tu8", pointer (FUNCTION (INT, tu1))), tu1),
      &as_is, "FvPFi3tu1EPiE", 0xb7966d98);
  check_type ("unprototyped", UNPROTOTYPED (tu1), &as_is, "FPiE", 0x8063d304);
  check_type ("in a function in a function",
	      FUNCTION (VOID,
			pointer (FUNCTION (
			    VOID, tu1, transparent ("tu2", constant (INT)))),
			transparent ("tu2", constant (INT))),
	      &as_is, "FvPFv3tu13tu2EiE", 0x311c1723);
  check (kcfi_type_transparent_union (model, tag ("empty"), NULL)
	     == tag ("empty"),
	 "an empty union is its tag");
}

static void
test_generalized_pointers (void)
{
  type tu1 = transparent ("tu1", pointer (INT));
  type two = array (2, array (3, constant (INT)));
  type qualified_pointer = pointer (qualified (
      KCFI_RESTRICT, pointer (qualified (KCFI_CONST | KCFI_VOLATILE, INT))));
  check_type ("unions, a function pointer",
	      FUNCTION (VOID, tu1, pointer (tu1),
			pointer (FUNCTION (VOID, tu1)), constant (tu1)),
	      &generalized, "FvPvS_S_S_E.generalized", 0x77d26466);
  check_type ("result: its own qualifiers go",
	      FUNCTION (constant (pointer (constant (INT)))), &generalized,
	      "FPKvvE.generalized", 0x396a6d07);
  check_type ("result: the pointee's stay",
	      FUNCTION (pointer (qualified (KCFI_RESTRICT, pointer (INT)))),
	      &generalized, "FPrvvE.generalized", 0x6f078541);
  check_type ("qualified result that is no pointer",
	      FUNCTION (transparent ("tu2", constant (INT))), &generalized,
	      "FKivE.generalized", 0xda3aed9c);
  check_type ("a qualified pointer in a union as result",
	      FUNCTION (transparent ("tu7", constant (pointer (INT)))),
	      &generalized, "FPvvE.generalized", 0x5919ad32);
  check_type ("const of an array's element",
	      FUNCTION (VOID, pointer (two), qualified_pointer,
			pointer (qualified (KCFI_VOLATILE, tu1))),
	      &generalized, "FvPKvPrvPVvE.generalized", 0xa8017d04);
  check_type ("parameter of array type",
	      FUNCTION (VOID, INT, open_array (open_array (constant (INT)))),
	      &generalized, "FviPKvE.generalized", 0xbf4c5e34);
  check_type ("an array in a union is no pointer",
	      FUNCTION (VOID, transparent ("tu3", array (5, INT))),
	      &generalized, "FvPiE.generalized", 0xd80771bf);
  check_type (
      "address space and _Atomic",
      FUNCTION (
	  VOID, pointer (in_space ("AS256", INT)), atomic (pointer (INT)),
	  pointer (atomic (INT)), pointer (constant (atomic (INT))),
	  pointer (qualified (KCFI_VOLATILE | KCFI_RESTRICT, pointer (INT)))),
      &generalized, "FvPvU7_AtomicPiS_PKvPrVvE.generalized", 0x33837e47);
  check_type ("calling convention stays", MS_ABI (VOID, pointer (INT)),
	      &generalized, "U6ms_abiFvPvE.generalized", 0x60941feb);
  check_type ("unprototyped, generalized", UNPROTOTYPED (tu1), &generalized,
	      "FPvE.generalized", 0xb8c35645);
}

/* Generalizing comes before unnamed tags get numbers.  */
static void
test_numbering (void)
{
  new_model ();
  struct kcfi_tag first = { .identity = 1 };
  struct kcfi_tag second = { .identity = 2 };
  type one = kcfi_type_tag (model, &first);
  type other = kcfi_type_tag (model, &second);
  char *string = kcfi_type_string (model, FUNCTION (VOID, pointer (one), other),
				   NULL, &generalized);
  check_string ("a pointer that generalizes numbers nothing", string,
		"_ZTSFvPv3$_0E.generalized");
  free (string);
}

int
main (void)
{
  new_model ();
  test_xxhash ();
  test_fnv1a ();
  test_suffixes ();
  test_transparent_unions ();
  test_generalized_pointers ();
  test_numbering ();
  kcfi_type_model_free (model);
  return check_failures != 0;
}
