/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading all of a stream.  */

#include "stream.h"

#include "../../../plugin/base/text.h"

char *
audit_read_stream (FILE *file, size_t *size)
{
  struct kcfi_text text = { 0 };
  char bytes[4096];
  size_t count;
  while ((count = fread (bytes, 1, sizeof bytes, file)) > 0)
    kcfi_text_add_bytes (&text, bytes, count);
  *size = text.length;
  if (!ferror (file))
    return kcfi_text_take (&text);
  kcfi_text_free (&text);
  return NULL;
}
