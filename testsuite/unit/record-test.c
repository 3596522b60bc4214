/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/ids/record.c: what is printed is read back, what is no
   record is refused, and two that differ are told apart by setting.  The form is
   that of doc/abi.md "Settings record".  */

#include "../../gimple/ids/record.h"

#include "check.h"

static bool
same_record (const struct kcfi_record *one, const struct kcfi_record *other)
{
  return one->id.hash == other->id.hash
	 && one->id.normalize_integers == other->id.normalize_integers
	 && one->id.generalize_pointers == other->id.generalize_pointers
	 && one->arity == other->arity && one->prefix == other->prefix
	 && one->has_virtual == other->has_virtual
	 && one->virtual_mode == other->virtual_mode;
}

static void
test_printed (void)
{
  struct kcfi_record record = { .id = { false, false, KCFI_HASH_XXHASH64 } };
  struct kcfi_text text = { 0 };
  kcfi_record_print (&text, &record);
  check_string ("the plain one", text.bytes,
		"kcfi: 1 hash=xxHash64 normalize-integers=0"
		" generalize-pointers=0 arity=0 prefix=0");
  kcfi_text_free (&text);
  record = (struct kcfi_record){
    { true, true, KCFI_HASH_FNV1A }, true, 11, true, KCFI_VIRTUAL_CLASS
  };
  kcfi_record_print (&text, &record);
  check_string ("the opposite", text.bytes,
		"kcfi: 1 hash=FNV-1a normalize-integers=1"
		" generalize-pointers=1 arity=1 prefix=11 virtual=class");
  kcfi_text_free (&text);
  /* A unit of C++ says also that virtual calls are not checked.  */
  record = (struct kcfi_record){ .has_virtual = true };
  kcfi_record_print (&text, &record);
  check_string ("C++ without virtual checks", text.bytes,
		"kcfi: 1 hash=xxHash64 normalize-integers=0"
		" generalize-pointers=0 arity=0 prefix=0 virtual=off");
  kcfi_text_free (&text);
}

/* Each combination comes back as it was.  */
static void
test_round_trip (void)
{
  unsigned failures = 0;
  for (unsigned bits = 0; bits < 256; bits++)
    {
      struct kcfi_record record
	  = { { bits & 1, bits & 2,
		bits & 4 ? KCFI_HASH_FNV1A : KCFI_HASH_XXHASH64 },
	      bits & 8,
	      (bits >> 4 & 3) * 1000,
	      bits >> 6,
	      bits >> 6 ? (enum kcfi_virtual_mode) ((bits >> 6) - 1)
			: KCFI_VIRTUAL_OFF };
      struct kcfi_text text = { 0 };
      struct kcfi_record read;
      kcfi_record_print (&text, &record);
      failures += !kcfi_record_parse (&read, text.bytes)
		  || !same_record (&record, &read);
      kcfi_text_free (&text);
    }
  check_number ("round trips that fail", failures, 0);
}

static void
test_parsed (void)
{
  struct kcfi_record record;
  static const char *const refused[] = {
    "",
    "GCC: (Debian 12.2.0-14) 12.2.0",
    "kcfi: 2 hash=xxHash64",
    "kcfi: 11 hash=xxHash64",
    "kcfi: 1 hash=MD5",
    "kcfi: 1 hash=",
    "kcfi: 1 virtual=yes",
    "kcfi: 1 virtual=",
    "kcfi: 1 virtual=1",
    "kcfi: 1 prefix=-1",
    "kcfi: 1 prefix=+1",
    "kcfi: 1 prefix=",
    "kcfi: 1 prefix=1x",
    "kcfi: 1 prefix=99999999999999999999",
    "kcfi: 1 prefix=1111111111111111111111111111111111111111111111111111",
  };
  for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
    check (!kcfi_record_parse (&record, refused[i]), refused[i]);
  check (kcfi_record_parse (&record, "kcfi: 1") && record.prefix == 0
	     && record.id.hash == KCFI_HASH_XXHASH64,
	 "settings that are missing");
  check (kcfi_record_parse (&record, "kcfi: 1 prefix=2") && !record.has_virtual,
	 "no word of virtual calls");
  check (kcfi_record_parse (&record, "kcfi: 1 virtual=name prefix=2")
	     && record.has_virtual && record.virtual_mode == KCFI_VIRTUAL_NAME
	     && record.prefix == 2,
	 "virtual calls by name");
  check (kcfi_record_parse (&record, "kcfi: 1 later=7 arity=1  prefix=2 flag")
	     && record.arity && record.prefix == 2,
	 "words that are not known");
}

static void
check_differences (const char *name, const char *one, const char *other,
		   const char *expected)
{
  struct kcfi_record a, b;
  struct kcfi_text text = { 0 };
  bool read = kcfi_record_parse (&a, one) && kcfi_record_parse (&b, other);
  kcfi_record_differences (&text, &a, &b);
  check_string (name, read && text.bytes ? text.bytes : "", expected);
  kcfi_text_free (&text);
}

int
main (void)
{
  test_printed ();
  test_round_trip ();
  test_parsed ();
  check_differences ("no difference", "kcfi: 1 hash=xxHash64", "kcfi: 1", "");
  check_differences ("one difference", "kcfi: 1 prefix=11", "kcfi: 1",
		     "prefix (11, 0)");
  check_differences ("two differences", "kcfi: 1 hash=FNV-1a",
		     "kcfi: 1 normalize-integers=1",
		     "hash (FNV-1a, xxHash64), normalize-integers (0, 1)");
  check_differences ("two modes of virtual calls", "kcfi: 1 virtual=name",
		     "kcfi: 1 virtual=class", "virtual (name, class)");
  check_differences ("virtual calls unchecked and checked",
		     "kcfi: 1 virtual=off", "kcfi: 1 virtual=name",
		     "virtual (off, name)");
  check_differences ("C has no virtual calls", "kcfi: 1",
		     "kcfi: 1 virtual=class", "");
  check_differences ("nor has C a mode to differ in", "kcfi: 1 virtual=name",
		     "kcfi: 1 prefix=11", "prefix (0, 11)");
  return check_failures != 0;
}
