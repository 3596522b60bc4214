/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable string: names, prototypes and emitted code have no bounded
   length.  */

#ifndef KCFI_TEXT_H
#define KCFI_TEXT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Start from a zeroed struct.  BYTES is NUL-terminated once anything was
   added, and NULL before.  */
struct kcfi_text
{
  char *bytes;
  size_t length;
  size_t capacity;
};

/* Append; running out of memory ends the process with a message.  */
void kcfi_text_add (struct kcfi_text *text, const char *string);
void kcfi_text_add_bytes (struct kcfi_text *text, const char *bytes,
			  size_t count);
void kcfi_text_printf (struct kcfi_text *text, const char *format, ...)
    __attribute__ ((format (printf, 2, 3)));

/* Give the string to the caller, who frees it, and empty TEXT.  Never
   NULL.  */
char *kcfi_text_take (struct kcfi_text *text);
void kcfi_text_free (struct kcfi_text *text);

/* malloc and friends that end the process with a message instead of NULL.  */
void *kcfi_allocate (size_t size);
void *kcfi_reallocate (void *block, size_t size);
char *kcfi_duplicate (const char *string);

#ifdef __cplusplus
}
#endif

#endif
