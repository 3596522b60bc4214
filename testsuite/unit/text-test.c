/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of plugin/base/text.c: strings that grow past every first guess.  Needs
   plugin/base/text.c.  */

#include "../../plugin/base/text.h"

#include <stdint.h>
#include <stdlib.h>

#include "check.h"

static void
test_empty (void)
{
  struct kcfi_text text = { 0 };
  check (!text.bytes && !text.length, "a zeroed text has no bytes");
  char *string = kcfi_text_take (&text);
  check_string ("an empty text gives an empty string", string, "");
  free (string);
  kcfi_text_add (&text, "");
  check_string ("adding nothing ends the string", text.bytes, "");
  kcfi_text_free (&text);
  kcfi_text_free (&text);
  check (!text.bytes && !text.length && !text.capacity,
	 "a freed text is empty, twice");
}

static void
test_append (void)
{
  struct kcfi_text text = { 0 };
  kcfi_text_add (&text, "_ZTS");
  kcfi_text_add_bytes (&text, "F\0E", 3);
  kcfi_text_add_bytes (&text, NULL, 0);
  check_number ("bytes count, NUL or not", text.length, 7);
  check (!memcmp (text.bytes, "_ZTSF\0E", 8), "bytes are kept");
  kcfi_text_printf (&text, "%zu%s", strlen ("foo"), "foo");
  check (!memcmp (text.bytes, "_ZTSF\0E3foo", 12), "printf appends");
  kcfi_text_printf (&text, "%s", "");
  check_number ("printf of nothing", text.length, 11);
  char *string = kcfi_text_take (&text);
  check (!text.bytes && !text.length, "taking empties");
  kcfi_text_add (&text, "next");
  check_string ("and starts anew", text.bytes, "next");
  kcfi_text_free (&text);
  free (string);
}

/* Each length around the powers of two where room is made.  */
static void
test_growth (void)
{
  bool adds = true, prints = true;
  for (size_t length = 0; length < 1030; length++)
    {
      char expected[1031];
      memset (expected, 'x', length);
      expected[length] = '\0';
      struct kcfi_text text = { 0 };
      for (size_t i = 0; i < length; i++)
	kcfi_text_add (&text, "x");
      char *string = kcfi_text_take (&text);
      adds &= !strcmp (string, expected);
      free (string);
      kcfi_text_printf (&text, "%s", expected);
      prints &= text.length == length && !strcmp (text.bytes, expected);
      kcfi_text_free (&text);
    }
  check (adds, "byte by byte up to 1029");
  check (prints, "at once, 0 to 1029 bytes");
}

static void
test_long (void)
{
  size_t length = 10 * 1000 * 1000;
  char *block = kcfi_allocate (length + 1);
  memset (block, 'k', length);
  block[length] = '\0';
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "<%s>", block);
  kcfi_text_add (&text, block);
  check_number ("20 MB", text.length, 2 * length + 2);
  check (text.bytes[0] == '<' && text.bytes[length + 1] == '>'
	     && !strcmp (text.bytes + length + 2, block),
	 "20 MB are kept");
  kcfi_text_free (&text);
  char *copy = kcfi_duplicate (block);
  check (!strcmp (copy, block), "duplicate");
  free (copy);
  free (block);
}

static void
test_allocation (void)
{
  char *block = kcfi_allocate (0);
  check (block != NULL, "no bytes are a block");
  block = kcfi_reallocate (block, 5);
  memcpy (block, "four", 5);
  block = kcfi_reallocate (block, 100000);
  check_string ("reallocating keeps", block, "four");
  block = kcfi_reallocate (block, 0);
  check (block != NULL, "shrinking to nothing is a block");
  free (block);
}

int
main (void)
{
  test_empty ();
  test_append ();
  test_growth ();
  test_long ();
  test_allocation ();
  return check_failures != 0;
}
