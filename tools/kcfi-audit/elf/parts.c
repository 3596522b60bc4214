/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of reading an ELF file share.  */

#define _GNU_SOURCE 1 /* vasprintf */
#include "parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

char *
audit_elf_complain (const struct audit_elf *file, const char *format, ...)
{
  char *message;
  va_list arguments;
  va_start (arguments, format);
  if (vasprintf (&message, format, arguments) < 0)
    message = kcfi_duplicate ("cannot be read");
  va_end (arguments);
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s: %s", file->name, message);
  free (message);
  return kcfi_text_take (&text);
}
