/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writing of a tree, shared by remangle-output.c (its state) and
   remangle-writer.c (what is written).

   As in mangler.h the walk keeps its own stack of steps: what substitutions make
   of a string can be much deeper than the string nests.  */

#ifndef KCFI_REMANGLE_OUTPUT_H
#define KCFI_REMANGLE_OUTPUT_H

#include "remangle-tree.h"
#include "remangle.h"

enum kcfi_action
{
  KCFI_ACTION_WRITE_PIECE,  /* PIECE, as a type.  */
  KCFI_ACTION_WRITE_SCOPE,  /* PIECE, in front of what it is the scope of.  */
  KCFI_ACTION_WRITE_BYTES,  /* PIECE's text.  */
  KCFI_ACTION_WRITE_STRING, /* STRING.  */
  KCFI_ACTION_ADD_CANDIDATE,
  KCFI_ACTION_ENTER_FUNCTION,
  KCFI_ACTION_LEAVE_FUNCTION,
  KCFI_ACTION_SKIP_NUMBER /* For a type that no other is equal to.  */
};

struct kcfi_writer_step
{
  enum kcfi_action what;
  struct kcfi_piece *piece;
  const char *string;
};

/* Normalized integers: 8, 16, 32, 64 and 128 bits, unsigned before signed.  */
enum
{
  KCFI_INTEGER_WIDTHS = 5,
  KCFI_INTEGER_KINDS = 2 * KCFI_INTEGER_WIDTHS
};

struct kcfi_writer
{
  struct kcfi_text *out;
  const struct kcfi_id_options *options;
  const struct kcfi_integer_types *integers;
  size_t candidates;
  long functions;		  /* Around what is written.  */
  struct kcfi_writer_step *steps; /* The last one is the next one.  */
  size_t step_count;
  size_t step_capacity;
  struct kcfi_piece integer_pieces[KCFI_INTEGER_KINDS];
  /* `void' and `void *' as generalized pointers have them, by qualifiers: the
     same types that the string may have elsewhere.  */
  struct kcfi_piece voids[KCFI_PIECE_QUALIFIER_SETS];
  struct kcfi_piece void_pointers[KCFI_PIECE_QUALIFIER_SETS];
};

/* Do WHAT with PIECE next, before what was pushed earlier; nothing if there is
   no PIECE.  */
void kcfi_push (struct kcfi_writer *writer, enum kcfi_action what,
		struct kcfi_piece *piece);
/* Write STRING next, which lives as long as WRITER.  */
void kcfi_push_string (struct kcfi_writer *writer, const char *string);
/* Do WHAT next, which needs no piece.  */
void kcfi_push_action (struct kcfi_writer *writer, enum kcfi_action what);

/* Make PIECE the next candidate.  */
void kcfi_number_piece (struct kcfi_writer *writer, struct kcfi_piece *piece);
/* Write S_, S0_ ... SZ_, S10_ if PIECE is a candidate already.  */
bool kcfi_write_number (struct kcfi_writer *writer, struct kcfi_piece *piece);

#endif
