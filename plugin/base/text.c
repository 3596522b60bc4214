/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable string, and allocation that never returns NULL.

   Running out of memory ends the process: a compiler that cannot name a type
   must not go on and leave a call unprotected.  */

#include "text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void
out_of_memory (size_t size)
{
  fprintf (stderr, "kcfi: out of memory allocating %zu bytes\n", size);
  exit (EXIT_FAILURE);
}

void *
kcfi_allocate (size_t size)
{
  void *block = malloc (size ? size : 1);
  if (!block)
    out_of_memory (size);
  return block;
}

void *
kcfi_reallocate (void *block, size_t size)
{
  block = realloc (block, size ? size : 1);
  if (!block)
    out_of_memory (size);
  return block;
}

char *
kcfi_duplicate (const char *string)
{
  size_t size = strlen (string) + 1;
  return memcpy (kcfi_allocate (size), string, size);
}

/* Make room for COUNT more bytes and the final NUL.  */
static void
reserve (struct kcfi_text *text, size_t count)
{
  if (count >= SIZE_MAX - text->length)
    out_of_memory (SIZE_MAX);
  size_t needed = text->length + count + 1;
  if (needed <= text->capacity)
    return;
  size_t capacity = text->capacity ? text->capacity : 64;
  while (capacity < needed)
    capacity = capacity > SIZE_MAX / 2 ? needed : capacity * 2;
  text->bytes = kcfi_reallocate (text->bytes, capacity);
  text->capacity = capacity;
}

void
kcfi_text_add_bytes (struct kcfi_text *text, const char *bytes, size_t count)
{
  reserve (text, count);
  if (count)
    memcpy (text->bytes + text->length, bytes, count);
  text->length += count;
  text->bytes[text->length] = '\0';
}

void
kcfi_text_add (struct kcfi_text *text, const char *string)
{
  kcfi_text_add_bytes (text, string, strlen (string));
}

void
kcfi_text_printf (struct kcfi_text *text, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  int count = vsnprintf (NULL, 0, format, arguments);
  va_end (arguments);
  if (count < 0)
    {
      /* Only a length over INT_MAX or a wide character outside the locale
	 gets here; half a name would be a wrong type id.  */
      fprintf (stderr, "kcfi: cannot format a string like \"%s\"\n", format);
      exit (EXIT_FAILURE);
    }
  reserve (text, count);
  va_start (arguments, format);
  vsnprintf (text->bytes + text->length, (size_t) count + 1, format, arguments);
  va_end (arguments);
  text->length += count;
}

char *
kcfi_text_take (struct kcfi_text *text)
{
  reserve (text, 0);
  char *bytes = text->bytes;
  bytes[text->length] = '\0';
  *text = (struct kcfi_text){ 0 };
  return bytes;
}

void
kcfi_text_free (struct kcfi_text *text)
{
  free (text->bytes);
  *text = (struct kcfi_text){ 0 };
}
