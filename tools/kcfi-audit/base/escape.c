/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names from files, made fit for the three kinds of report.  What is not UTF-8
   goes through byte by byte as Latin-1: JSON must be UTF-8.  */

#include "escape.h"

#include <string.h>

/* The length of the UTF-8 character at BYTES, or 0 if there is none: RFC 3629,
   without overlong forms and surrogates.  */

static size_t
utf8_length (const unsigned char *bytes)
{
  size_t length = bytes[0] < 0x80			 ? 1
		  : bytes[0] >= 0xc2 && bytes[0] <= 0xdf ? 2
		  : bytes[0] >= 0xe0 && bytes[0] <= 0xef ? 3
		  : bytes[0] >= 0xf0 && bytes[0] <= 0xf4 ? 4
							 : 0;
  for (size_t i = 1; i < length; i++)
    if ((bytes[i] & 0xc0) != 0x80)
      return 0;
  if ((bytes[0] == 0xe0 && bytes[1] < 0xa0)
      || (bytes[0] == 0xed && bytes[1] > 0x9f)
      || (bytes[0] == 0xf0 && bytes[1] < 0x90)
      || (bytes[0] == 0xf4 && bytes[1] > 0x8f))
    return 0;
  return length;
}

/* Append the one character at *STRING, which is no ASCII character that needs
   care, and step over it.  */

static void
add_character (struct kcfi_text *out, const char **string)
{
  const unsigned char *bytes = (const unsigned char *) *string;
  size_t length = utf8_length (bytes);
  if (length)
    kcfi_text_add_bytes (out, *string, length);
  else
    {
      char encoded[2] = { (char) (0xc0 | bytes[0] >> 6),
			  (char) (0x80 | (bytes[0] & 0x3f)) };
      kcfi_text_add_bytes (out, encoded, 2);
      length = 1;
    }
  *string += length;
}

void
audit_escape_json (struct kcfi_text *out, const char *string)
{
  while (*string)
    {
      unsigned char c = (unsigned char) *string;
      if (c == '"' || c == '\\')
	kcfi_text_printf (out, "\\%c", c);
      else if (c < 0x20 || c == 0x7f)
	kcfi_text_printf (out, "\\u%04x", c);
      else
	{
	  add_character (out, &string);
	  continue;
	}
      string++;
    }
}

void
audit_escape_html (struct kcfi_text *out, const char *string)
{
  while (*string)
    {
      unsigned char c = (unsigned char) *string;
      const char *entity = c == '&'		   ? "&amp;"
			   : c == '<'		   ? "&lt;"
			   : c == '>'		   ? "&gt;"
			   : c == '"'		   ? "&quot;"
			   : c == '\''		   ? "&#39;"
			   : c < 0x20 || c == 0x7f ? "?"
						   : NULL;
      if (!entity)
	{
	  add_character (out, &string);
	  continue;
	}
      kcfi_text_add (out, entity);
      string++;
    }
}

void
audit_escape_text (struct kcfi_text *out, const char *string)
{
  while (*string)
    {
      unsigned char c = (unsigned char) *string;
      if (c >= 0x20 && c != 0x7f)
	{
	  add_character (out, &string);
	  continue;
	}
      kcfi_text_add (out, "?");
      string++;
    }
}
