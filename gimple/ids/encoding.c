/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that the source gives to types.  */

#include "encoding.h"

#include <stdlib.h>
#include <string.h>

#include "remangle-reader.h"

bool
kcfi_encoding_check (const char *encoding, struct kcfi_remangle_error *error)
{
  struct kcfi_piece_store store = { 0 };
  struct kcfi_reader reader = { .start = encoding,
				.at = encoding,
				.end = encoding + strlen (encoding),
				.store = &store };
  kcfi_read_type (&reader, false);
  if (reader.at != reader.end)
    kcfi_reader_fail (&reader, "something stands behind the type");
  *error = reader.error;
  free (reader.candidates.list);
  free (reader.open.list);
  kcfi_piece_store_free (&store);
  return !reader.error.reason;
}

bool
kcfi_encoding_builtin_p (const char *encoding)
{
  if (encoding[0] && !encoding[1])
    return strchr ("vwbcahstijlmxynofdegz", encoding[0]) != NULL;
  return strcmp (encoding, "Dh") == 0;
}
