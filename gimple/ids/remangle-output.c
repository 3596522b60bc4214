/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left to write, and the numbers of what was.  */

#include "remangle-output.h"

static void
push_step (struct kcfi_writer *writer, struct kcfi_writer_step step)
{
  if (writer->step_count == writer->step_capacity)
    {
      writer->step_capacity
	  = writer->step_capacity ? 2 * writer->step_capacity : 64;
      writer->steps = kcfi_reallocate (
	  writer->steps, writer->step_capacity * sizeof *writer->steps);
    }
  writer->steps[writer->step_count++] = step;
}

void
kcfi_push (struct kcfi_writer *writer, enum kcfi_action what,
	   struct kcfi_piece *piece)
{
  if (piece)
    push_step (writer,
	       (struct kcfi_writer_step){ .what = what, .piece = piece });
}

void
kcfi_push_string (struct kcfi_writer *writer, const char *string)
{
  push_step (writer, (struct kcfi_writer_step){
			 .what = KCFI_ACTION_WRITE_STRING, .string = string });
}

void
kcfi_push_action (struct kcfi_writer *writer, enum kcfi_action what)
{
  push_step (writer, (struct kcfi_writer_step){ .what = what });
}

static bool
is_plain_void (const struct kcfi_piece *piece)
{
  return piece->kind == KCFI_PIECE_TEXT && piece->length == 1
	 && piece->text[0] == 'v';
}

/* The one piece that stands for all that are the type PIECE.  They are several
   only for `void' with qualifiers and pointers to it.  */
static struct kcfi_piece *
find_unique (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  struct kcfi_piece *child = piece->child;
  if (piece->kind == KCFI_PIECE_QUALIFIED && piece->only_plain_qualifiers
      && is_plain_void (child))
    return &writer->voids[piece->qualifiers];
  if (piece->kind != KCFI_PIECE_POINTER)
    return piece;
  if (is_plain_void (child))
    return &writer->void_pointers[0];
  if (child->kind == KCFI_PIECE_QUALIFIED && child->only_plain_qualifiers
      && is_plain_void (child->child))
    return &writer->void_pointers[child->qualifiers];
  return piece;
}

void
kcfi_number_piece (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  piece = find_unique (writer, piece);
  piece->has_number = true;
  piece->number = writer->candidates++;
}

bool
kcfi_write_number (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  char buffer[16]; /* 36^13 > 2^64.  */
  char *digit = buffer + sizeof buffer;
  piece = find_unique (writer, piece);
  if (!piece->has_number)
    return false;
  *--digit = '\0';
  *--digit = '_';
  if (piece->number > 0)
    {
      size_t rest = piece->number - 1;
      do
	*--digit = digits[rest % 36];
      while (rest /= 36);
    }
  *--digit = 'S';
  kcfi_text_add (writer->out, digit);
  return true;
}
