/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer's target: the re-mangler on whatever it is given, in all four
   variants.  What it makes of a string without an option is a string that it
   leaves as it is, and accepts under every option: else it aborts.  */

#include <stdlib.h>
#include <string.h>

#include "../../../gimple/ids/kcfi-ids.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const struct kcfi_integer_types integers
  = { .int_bits = 32, .long_bits = 64, .wide_bits = 32,
      .wide_is_signed = true, .char_is_signed = true };

static char *
remangle (const char *string, bool normalize, bool generalize)
{
  const struct kcfi_id_options options
    = { .normalize_integers = normalize, .generalize_pointers = generalize };
  struct kcfi_remangle_error error = { 0 };
  char *result = kcfi_remangle (string, &options, &integers, &error);
  if (!result && (!error.reason || error.position > strlen (string)))
    abort ();
  return result;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char *string = kcfi_allocate (size + 5);
  memcpy (string, "_ZTS", 4);
  memcpy (string + 4, data, size);
  string[size + 4] = '\0';
  char *plain = remangle (string, false, false);
  if (plain)
    {
      char *again = remangle (plain, false, false);
      if (!again || strcmp (plain, again) != 0)
	abort ();
      free (again);
    }
  for (unsigned mode = 1; mode < 4; mode++)
    {
      char *result = remangle (string, mode & 1, mode & 2);
      if (!result != !plain)
	abort ();
      free (result);
    }
  free (plain);
  free (string);
  return 0;
}
