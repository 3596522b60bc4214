/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what stands in front of a <type>: pointers, qualifiers, bounds.  */

#include "remangle-reader.h"

#include <string.h>

/* U <source-name> [<template-args>]: an address space, a calling convention.  */
static void
read_vendor_qualifier (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  kcfi_expect (reader, "U");
  kcfi_skip_source_name (reader);
  kcfi_append_text_since (reader, from);
  if (kcfi_peek (reader, 0) == 'I')
    kcfi_append (reader, kcfi_read_arguments (reader));
}

static bool
is_vendor_qualifier (const struct kcfi_reader *reader)
{
  return kcfi_peek (reader, 0) == 'U' && kcfi_peek (reader, 1) >= '0'
	 && kcfi_peek (reader, 1) <= '9';
}

/* What is spelled like a vendor's qualifier and is a type of its own: a
   qualifier in front of it is another component.  */
static bool
is_vendor_type (const struct kcfi_reader *reader)
{
  static const char *const names[]
      = { "U7_Atomic", "U13block_pointer", "U8ocl_pipe" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if ((size_t) (reader->end - reader->at) > strlen (names[i])
	&& memcmp (reader->at, names[i], strlen (names[i])) == 0)
      return true;
  return false;
}

/* U5AS256rVK: all qualifiers of one type are one component.
   Source: CXXNameMangler::mangleQualifiers.  */
static struct kcfi_piece *
read_qualifiers (struct kcfi_reader *reader)
{
  struct kcfi_piece *piece
      = kcfi_piece_new (reader->store, KCFI_PIECE_QUALIFIED, "", 0);
  size_t mark = kcfi_open_list (reader);
  piece->only_plain_qualifiers = !is_vendor_qualifier (reader);
  while (is_vendor_qualifier (reader) && !is_vendor_type (reader))
    read_vendor_qualifier (reader);
  const char *from = reader->at;
  if (kcfi_accept (reader, "r"))
    piece->qualifiers |= KCFI_PIECE_RESTRICT;
  if (kcfi_accept (reader, "V"))
    piece->qualifiers |= KCFI_PIECE_VOLATILE;
  if (kcfi_accept (reader, "K"))
    piece->qualifiers |= KCFI_PIECE_CONST;
  kcfi_append_text_since (reader, from);
  piece->lead = kcfi_close_list (reader, mark);
  return piece;
}

void
kcfi_append_bound (struct kcfi_reader *reader, bool is_optional)
{
  const char *from = reader->at;
  bool has_digits = kcfi_skip_digits (reader);
  if ((has_digits || is_optional) && kcfi_accept (reader, "_"))
    {
      kcfi_append_text_since (reader, from);
      return;
    }
  reader->at = reader->error.reason ? reader->end : from;
  kcfi_append_expression (reader);
  from = reader->at;
  kcfi_expect (reader, "_");
  kcfi_append_text_since (reader, from);
}

/* The piece of KIND that begins with TEXT, of LENGTH bytes, and whose bound or
   class is to be read.  */
static struct kcfi_piece *
read_lead (struct kcfi_reader *reader, enum kcfi_piece_kind kind,
	   const char *text)
{
  struct kcfi_piece *piece = kcfi_piece_new (reader->store, kind, "", 0);
  size_t mark = kcfi_open_list (reader);
  const char *from = reader->at;
  kcfi_expect (reader, text);
  kcfi_append_text_since (reader, from);
  if (kind == KCFI_PIECE_MEMBER)
    kcfi_append (reader, kcfi_read_type (reader, false));
  else if (kind == KCFI_PIECE_ARRAY || strcmp (text, "Dv") == 0)
    kcfi_append_bound (reader, kind == KCFI_PIECE_ARRAY);
  piece->lead = kcfi_close_list (reader, mark);
  return piece;
}

struct kcfi_piece *
kcfi_read_prefix (struct kcfi_reader *reader)
{
  static const struct
  {
    const char *text;
    enum kcfi_piece_kind kind;
  } prefixes[] = { { "P", KCFI_PIECE_POINTER }, { "R", KCFI_PIECE_TYPE },
		   { "O", KCFI_PIECE_TYPE },	{ "C", KCFI_PIECE_TYPE },
		   { "G", KCFI_PIECE_TYPE },	{ "A", KCFI_PIECE_ARRAY },
		   { "M", KCFI_PIECE_MEMBER },	{ "Dp", KCFI_PIECE_TYPE },
		   { "Dv", KCFI_PIECE_TYPE } };
  char next = kcfi_peek (reader, 0);
  if (is_vendor_type (reader))
    {
      struct kcfi_piece *piece
	  = kcfi_piece_new (reader->store, KCFI_PIECE_TYPE, "", 0);
      size_t mark = kcfi_open_list (reader);
      read_vendor_qualifier (reader);
      piece->lead = kcfi_close_list (reader, mark);
      return piece;
    }
  if (is_vendor_qualifier (reader) || (next && strchr ("rVK", next)))
    return read_qualifiers (reader);
  for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++)
    if (next == prefixes[i].text[0]
	&& (!prefixes[i].text[1]
	    || kcfi_peek (reader, 1) == prefixes[i].text[1]))
      return read_lead (reader, prefixes[i].kind, prefixes[i].text);
  return NULL;
}
