/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a C++ function type's string to that under other options.  */

#include "remangle.h"

#include <stdlib.h>
#include <string.h>

#include "remangle-reader.h"
#include "remangle-writer.h"

static const char prefix[] = "_ZTS";

/* The tree of the function type in front of READER, and what stands behind it
   is a salt.  */
static struct kcfi_piece *
read_string (struct kcfi_reader *reader)
{
  kcfi_expect (reader, prefix);
  struct kcfi_piece *function = kcfi_read_type (reader, false);
  if (function->kind != KCFI_PIECE_FUNCTION)
    kcfi_reader_fail (reader, "it is no function type");
  if (reader->at != reader->end && kcfi_peek (reader, 0) != '.')
    kcfi_reader_fail (reader, "something stands behind the type");
  return function;
}

char *
kcfi_remangle (const char *string, const struct kcfi_id_options *options,
	       const struct kcfi_integer_types *integers,
	       struct kcfi_remangle_error *error)
{
  struct kcfi_piece_store store = { 0 };
  struct kcfi_reader reader = { .start = string,
				.at = string,
				.end = string + strlen (string),
				.store = &store };
  char *result = NULL;
  struct kcfi_piece *function = read_string (&reader);
  if (reader.error.reason)
    *error = reader.error;
  else
    {
      struct kcfi_text text = { 0 };
      kcfi_text_add (&text, prefix);
      kcfi_write_remangled (&text, function, options, integers);
      kcfi_text_add (&text, reader.at);
      if (options->normalize_integers)
	kcfi_text_add (&text, ".normalized");
      if (options->generalize_pointers)
	kcfi_text_add (&text, ".generalized");
      result = kcfi_text_take (&text);
    }
  free (reader.candidates.list);
  free (reader.open.list);
  kcfi_piece_store_free (&store);
  return result;
}
