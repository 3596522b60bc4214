/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reading stands, what it found wrong, and its candidates.  */

#include "remangle-reader.h"

#include <string.h>

void
kcfi_reader_fail (struct kcfi_reader *reader, const char *reason)
{
  if (reader->error.reason)
    return;
  reader->error.reason = reason;
  reader->error.position = (size_t) (reader->at - reader->start);
  reader->at = reader->end;
}

bool
kcfi_reader_enter (struct kcfi_reader *reader)
{
  if (reader->depth++ < KCFI_REMANGLE_DEPTH)
    return true;
  kcfi_reader_fail (reader, "it nests too deeply");
  return false;
}

void
kcfi_reader_leave (struct kcfi_reader *reader)
{
  reader->depth--;
}

char
kcfi_peek (const struct kcfi_reader *reader, size_t offset)
{
  return (size_t) (reader->end - reader->at) > offset ? reader->at[offset]
						      : '\0';
}

bool
kcfi_accept (struct kcfi_reader *reader, const char *text)
{
  size_t length = strlen (text);
  if ((size_t) (reader->end - reader->at) < length
      || memcmp (reader->at, text, length) != 0)
    return false;
  reader->at += length;
  return true;
}

void
kcfi_expect (struct kcfi_reader *reader, const char *text)
{
  if (!kcfi_accept (reader, text))
    kcfi_reader_fail (reader, "something else must stand here");
}

static bool
is_digit (char byte)
{
  return byte >= '0' && byte <= '9';
}

bool
kcfi_skip_digits (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  while (is_digit (kcfi_peek (reader, 0)))
    reader->at++;
  return reader->at != from;
}

void
kcfi_skip_number (struct kcfi_reader *reader)
{
  kcfi_accept (reader, "n");
  if (!kcfi_skip_digits (reader))
    kcfi_reader_fail (reader, "a number is missing");
}

void
kcfi_skip_source_name (struct kcfi_reader *reader)
{
  size_t length = 0;
  size_t rest = (size_t) (reader->end - reader->at);
  for (; is_digit (kcfi_peek (reader, 0)) && length <= rest; reader->at++)
    length = 10 * length + (size_t) (*reader->at - '0');
  if (length == 0 || length > (size_t) (reader->end - reader->at))
    kcfi_reader_fail (reader, "a name and its length do not fit");
  else
    reader->at += length;
}

struct kcfi_piece *
kcfi_text_since (struct kcfi_reader *reader, enum kcfi_piece_kind kind,
		 const char *from)
{
  return kcfi_piece_new (reader->store, kind, from,
			 (size_t) (reader->at - from));
}

static void
add_piece (struct kcfi_pieces *pieces, struct kcfi_piece *piece)
{
  if (pieces->count == pieces->capacity)
    {
      pieces->capacity = pieces->capacity ? 2 * pieces->capacity : 32;
      pieces->list = kcfi_reallocate (
	  pieces->list, pieces->capacity * sizeof (struct kcfi_piece *));
    }
  pieces->list[pieces->count++] = piece;
}

size_t
kcfi_open_list (const struct kcfi_reader *reader)
{
  return reader->open.count;
}

void
kcfi_append (struct kcfi_reader *reader, struct kcfi_piece *piece)
{
  add_piece (&reader->open, piece);
}

void
kcfi_append_text_since (struct kcfi_reader *reader, const char *from)
{
  if (reader->at != from)
    kcfi_append (reader, kcfi_text_since (reader, KCFI_PIECE_TEXT, from));
}

bool
kcfi_append_accepted (struct kcfi_reader *reader, const char *text)
{
  const char *from = reader->at;
  bool accepted = kcfi_accept (reader, text);
  kcfi_append_text_since (reader, from);
  return accepted;
}

void
kcfi_append_expected (struct kcfi_reader *reader, const char *text)
{
  if (!kcfi_append_accepted (reader, text))
    kcfi_expect (reader, text);
}

struct kcfi_piece *
kcfi_close_list (struct kcfi_reader *reader, size_t mark)
{
  struct kcfi_piece *list
      = kcfi_piece_new (reader->store, KCFI_PIECE_LIST, "", 0);
  list->count = reader->open.count - mark;
  if (list->count)
    {
      list->parts = kcfi_piece_array (reader->store, list->count);
      memcpy (list->parts, reader->open.list + mark,
	      list->count * sizeof (struct kcfi_piece *));
    }
  reader->open.count = mark;
  return list;
}

void
kcfi_add_candidate (struct kcfi_reader *reader, struct kcfi_piece *piece)
{
  add_piece (&reader->candidates, piece);
}

/* The number of a candidate in base 36, whose end is not read: S_ is the first,
   S0_ the second.  More than there are gives some number above.  */
static size_t
read_candidate_number (struct kcfi_reader *reader)
{
  size_t number = 0, limit = reader->candidates.count;
  bool has_digits = false;
  for (;; reader->at++)
    {
      char byte = kcfi_peek (reader, 0);
      unsigned digit;
      if (is_digit (byte))
	digit = (unsigned) (byte - '0');
      else if (byte >= 'A' && byte <= 'Z')
	digit = (unsigned) (byte - 'A') + 10;
      else
	return has_digits ? number + 1 : 0;
      has_digits = true;
      if (number <= limit)
	number = 36 * number + digit;
    }
}

struct kcfi_piece *
kcfi_read_substitution (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  kcfi_expect (reader, "S");
  char kind = kcfi_peek (reader, 0);
  if (kind && strchr ("absiod", kind))
    {
      reader->at++;
      return kcfi_text_since (reader, KCFI_PIECE_TEXT, from);
    }
  size_t number = read_candidate_number (reader);
  kcfi_expect (reader, "_");
  struct kcfi_piece *found = number < reader->candidates.count
				 ? reader->candidates.list[number]
				 : NULL;
  if (found)
    return found;
  kcfi_reader_fail (reader, "a substitution stands for nothing");
  return kcfi_text_since (reader, KCFI_PIECE_TEXT, from);
}
