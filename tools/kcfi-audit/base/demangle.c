/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as sources have them.  A name of a hostile file may be made so that it
   grows exponentially: what gets too long is left alone.  */

#include "demangle.h"

#include <libiberty/demangle.h>
#include <setjmp.h>
#include <stdbool.h>
#include <string.h>

enum
{
  LONGEST = 16384 /* Characters of a name as the source has it.  */
};

/* What libiberty has written so far.  */
struct result
{
  struct kcfi_text text;
  jmp_buf too_long;
};

static void
take_piece (const char *piece, size_t length, void *data)
{
  struct result *result = data;
  /* Neither demangler holds memory while it writes, but for the few characters
     of an identifier in punycode.  */
  if (result->text.length + length > LONGEST)
    longjmp (result->too_long, 1);
  kcfi_text_add_bytes (&result->text, piece, length);
}

/* Rust's older form is a name of C++, too, so Rust comes first.  */

static bool
write_name (const char *mangled, struct result *result)
{
  if (setjmp (result->too_long))
    return false;
  if (rust_demangle_callback (mangled, DMGL_PARAMS, take_piece, result))
    return true;
  result->text.length = 0;
  return !strncmp (mangled, "_Z", 2)
	 && cplus_demangle_v3_callback (mangled, DMGL_PARAMS | DMGL_ANSI,
					take_piece, result);
}

/* How much of NAME, of LENGTH characters, KCFI has put in front of a symbol.  */

static size_t
own_prefix (const char *name, size_t length)
{
  static const char *const prefixes[] = { "__kcfi_typeid_", "__cfi_" };
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    {
      size_t size = strlen (prefixes[i]);
      if (length > size && !strncmp (name, prefixes[i], size))
	return size;
    }
  return 0;
}

/* Append the name of LENGTH characters at NAME to OUT as the source has it.  False
   if it is not mangled, and nothing is appended.  */

static bool
add_demangled (struct kcfi_text *out, const char *name, size_t length)
{
  size_t prefix = own_prefix (name, length);
  const char *symbol = name + prefix;
  /* _ZTS is what ids of C are hashed from.  */
  if (length - prefix < 3 || symbol[0] != '_'
      || (symbol[1] != 'Z' && symbol[1] != 'R') || !strncmp (symbol, "_ZTS", 4))
    return false;
  struct kcfi_text mangled = { 0 };
  struct result result = { 0 };
  kcfi_text_add_bytes (&mangled, symbol, length - prefix);
  bool written = write_name (mangled.bytes, &result) && result.text.length;
  if (written)
    {
      kcfi_text_add_bytes (out, name, prefix);
      kcfi_text_add_bytes (out, result.text.bytes, result.text.length);
    }
  kcfi_text_free (&mangled);
  kcfi_text_free (&result.text);
  return written;
}

char *
audit_demangle (const char *name)
{
  struct kcfi_text out = { 0 };
  return add_demangled (&out, name, strlen (name)) ? kcfi_text_take (&out)
						   : NULL;
}

/* The length of the word at TEXT: what a symbol's name consists of.  */

static size_t
word_length (const char *text)
{
  size_t length = 0;
  for (;; length++)
    {
      unsigned char c = (unsigned char) text[length];
      bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
		    || (c >= '0' && c <= '9') || c >= 0x80;
      if (!letter && (!c || !strchr ("_.$", c)))
	return length;
    }
}

char *
audit_demangle_text (const char *text)
{
  struct kcfi_text out = { 0 };
  bool any = false;
  while (*text)
    {
      size_t length = word_length (text);
      if (length && add_demangled (&out, text, length))
	any = true;
      else
	kcfi_text_add_bytes (&out, text, length ? length : 1);
      text += length ? length : 1;
    }
  if (any)
    return kcfi_text_take (&out);
  kcfi_text_free (&out);
  return NULL;
}
