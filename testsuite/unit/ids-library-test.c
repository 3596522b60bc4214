/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The id library by itself: a program that includes its one header, as a user
   would, and is linked with the sources that gimple/ids/ids.mk lists and nothing
   else.  The ids are clang-19's of `int f (int)' and of `void f (unsigned long)'
   under normalize-integers.  */

#include "../../gimple/ids/kcfi-ids.h"

#include <stdlib.h>

#include "check.h"

static void
check_prototype (const char *name, const struct kcfi_id_options *options,
		 const kcfi_type *result, const kcfi_type *parameter,
		 kcfi_type_model *model, const char *expected, uint32_t id)
{
  struct kcfi_function_type function = {
    .result = result, .parameters = &parameter, .count = 1, .prototyped = true
  };
  char *string = kcfi_type_string (model, kcfi_type_function (model, &function),
				   NULL, options);
  check_string (name, string, expected);
  check_number (name, kcfi_type_id (string, options->hash), id);
  free (string);
}

int
main (void)
{
  kcfi_type_model *model = kcfi_type_model_new ();
  const kcfi_type *integer = kcfi_type_integer (model, "i", 32, true);
  const kcfi_type *length = kcfi_type_integer (model, "m", 64, false);
  struct kcfi_id_options options = { .hash = KCFI_HASH_XXHASH64 };
  check_prototype ("int (int)", &options, integer, integer, model, "_ZTSFiiE",
		   0x00050794);
  options.normalize_integers = true;
  check_prototype ("void (unsigned long)", &options, kcfi_type_void (model),
		   length, model, "_ZTSFvu3u64E.normalized", 0xb990318e);
  check_number ("ENDBR64", kcfi_mask_endbr (0xfa1e0ff3), 0xfa1e0ff4);
  struct kcfi_record record;
  check (kcfi_record_parse (&record, "kcfi: 1 hash=FNV-1a prefix=11")
	     && record.prefix == 11,
	 "a record");
  kcfi_type_model_free (model);
  return check_failures != 0;
}
