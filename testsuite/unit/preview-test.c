/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of kcfi_type_preview (gimple/ids/mangle.h): strings that can be
   compared before unnamed and local tags have their numbers, and that give them
   none.  */

#include "types.h"

static type
file_tag (uint64_t identity)
{
  struct kcfi_tag tag = { .identity = identity, .scope = KCFI_TAG_FILE };
  return kcfi_type_tag (model, &tag);
}

static type
local_tag (uint64_t identity, const char *name)
{
  struct kcfi_tag tag = { .identity = identity,
			  .scope = KCFI_TAG_LOCAL,
			  .name = name,
			  .function = "fn",
			  .function_identity = 7 };
  return kcfi_type_tag (model, &tag);
}

static type
takes (type one)
{
  return FUNCTION (VOID, pointer (one));
}

/* Whether ONE and OTHER look alike.  */
static bool
alike (type one, const char *one_salt, type other, const char *other_salt)
{
  char *a = kcfi_type_preview (model, one, one_salt, &normalized);
  char *b = kcfi_type_preview (model, other, other_salt, &normalized);
  bool same = strcmp (a, b) == 0;
  free (a);
  free (b);
  return same;
}

/* Two unnamed structs are unlike, each is like itself, and the one that is
   mangled first afterwards is the first, though it was previewed last.  */
static void
test_unnamed (void)
{
  new_model ();
  type a = file_tag (1), b = file_tag (2);
  check (!alike (takes (a), NULL, takes (b), NULL), "two unnamed are unlike");
  check (alike (takes (a), NULL, takes (a), NULL), "an unnamed is itself");
  check_type ("first mangled", takes (b), &as_is, "FvP3$_0E",
	      kcfi_type_id ("_ZTSFvP3$_0E", KCFI_HASH_XXHASH64));
  check (!alike (takes (a), NULL, takes (b), NULL), "one of them numbered");
  check (alike (takes (b), NULL, takes (b), NULL), "the numbered is itself");
  check_type ("second mangled", takes (a), &as_is, "FvP3$_1E",
	      kcfi_type_id ("_ZTSFvP3$_1E", KCFI_HASH_XXHASH64));
}

/* Two structs of one name in one function.  */
static void
test_local (void)
{
  new_model ();
  type a = local_tag (1, "s"), b = local_tag (2, "s");
  check (!alike (takes (a), NULL, takes (b), NULL), "two local are unlike");
  check_type ("first local", takes (b), &as_is, "FvPZ2fnE1sE",
	      kcfi_type_id ("_ZTSFvPZ2fnE1sE", KCFI_HASH_XXHASH64));
  check (!alike (takes (a), NULL, takes (b), NULL), "one local is numbered");
  check_type ("second local", takes (a), &as_is, "FvPZ2fnE1s_0E",
	      kcfi_type_id ("_ZTSFvPZ2fnE1s_0E", KCFI_HASH_XXHASH64));
}

/* What else makes an id: the options, the salt.  */
static void
test_rest (void)
{
  new_model ();
  check (
      alike (FUNCTION (VOID, LONG), NULL, FUNCTION (VOID, integer ('x')), NULL),
      "options apply");
  check (!alike (FUNCTION (VOID, LONG), NULL, FUNCTION (VOID, INT), NULL),
	 "unlike parameters");
  check (!alike (FUNCTION (VOID), "salt", FUNCTION (VOID), NULL),
	 "unlike salts");
  check (alike (FUNCTION (VOID), "salt", FUNCTION (VOID), "salt"),
	 "like salts");
}

int
main (void)
{
  test_unnamed ();
  test_local ();
  test_rest ();
  kcfi_type_model_free (model);
  return check_failures != 0;
}
