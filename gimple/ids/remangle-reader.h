/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reading of a name, shared by remangle-reader.c (its state) and
   remangle-type.c, remangle-prefix.c, remangle-name.c, remangle-entity.c,
   remangle-argument.c and remangle-expression.c (the grammar).

   An error is sticky: the rest of the string is gone from then on, so that every
   loop ends, and the pieces that are made meanwhile are not used.  No function
   returns NULL.

   Source of the grammar: Itanium C++ ABI 5.1 and what Clang adds to it.  */

#ifndef KCFI_REMANGLE_READER_H
#define KCFI_REMANGLE_READER_H

#include "remangle-tree.h"
#include "remangle.h"

struct kcfi_pieces
{
  struct kcfi_piece **list;
  size_t count;
  size_t capacity;
};

struct kcfi_reader
{
  const char *start;
  const char *at;
  const char *end;
  struct kcfi_piece_store *store;
  struct kcfi_remangle_error error; /* No reason: none.  */
  unsigned depth;
  long functions;		 /* Around what is read: types, signatures.  */
  struct kcfi_pieces candidates; /* What S_, S0_ ... stand for; NULL for what
				    can not be named.  */
  struct kcfi_pieces open;	 /* Parts of the lists that are being read.  */
};

/* --- State: remangle-reader.c ------------------------------------------------ */

/* Note that the string is wrong here because of REASON, a static text.  */
void kcfi_reader_fail (struct kcfi_reader *reader, const char *reason);
/* One level deeper; false, with an error, if that is too deep.  Each call has
   one of kcfi_reader_leave.  */
bool kcfi_reader_enter (struct kcfi_reader *reader);
void kcfi_reader_leave (struct kcfi_reader *reader);

/* The byte OFFSET bytes on, or NUL at the end and after an error.  */
char kcfi_peek (const struct kcfi_reader *reader, size_t offset);
/* Pass over TEXT if it comes next.  */
bool kcfi_accept (struct kcfi_reader *reader, const char *text);
/* The same, and an error if it does not.  */
void kcfi_expect (struct kcfi_reader *reader, const char *text);
/* Pass over digits; false if none comes.  */
bool kcfi_skip_digits (struct kcfi_reader *reader);
/* Pass over <number>: digits, possibly n before them.  */
void kcfi_skip_number (struct kcfi_reader *reader);
/* Pass over <source-name>: a length and as many bytes.  */
void kcfi_skip_source_name (struct kcfi_reader *reader);

/* The text from FROM to where READER is, as a piece.  */
struct kcfi_piece *kcfi_text_since (struct kcfi_reader *reader,
				    enum kcfi_piece_kind kind,
				    const char *from);

/* A list is read between kcfi_open_list, whose result kcfi_close_list wants, and
   that; parts are appended to the innermost one.  */
size_t kcfi_open_list (const struct kcfi_reader *reader);
void kcfi_append (struct kcfi_reader *reader, struct kcfi_piece *piece);
void kcfi_append_text_since (struct kcfi_reader *reader, const char *from);
/* Pass over TEXT and append it if it comes next.  */
bool kcfi_append_accepted (struct kcfi_reader *reader, const char *text);
/* The same, and an error if it does not.  */
void kcfi_append_expected (struct kcfi_reader *reader, const char *text);
struct kcfi_piece *kcfi_close_list (struct kcfi_reader *reader, size_t mark);

/* Make PIECE (NULL: nothing that can be named) the next candidate.  */
void kcfi_add_candidate (struct kcfi_reader *reader, struct kcfi_piece *piece);
/* <substitution> without St: the candidate of S_ and the like, or a standard
   abbreviation.  */
struct kcfi_piece *kcfi_read_substitution (struct kcfi_reader *reader);

/* --- Grammar ------------------------------------------------------------------ */

/* <type>.  CONVERSION: it is the one that a conversion operator is named by, so
   that template arguments behind a parameter are the operator's.  */
struct kcfi_piece *kcfi_read_type (struct kcfi_reader *reader, bool conversion);
/* What comes next in front of a type, without its child, or NULL.  */
struct kcfi_piece *kcfi_read_prefix (struct kcfi_reader *reader);
/* Append 3_ or an expression and _: a bound.  If IS_OPTIONAL, also nothing and
   _.  */
void kcfi_append_bound (struct kcfi_reader *reader, bool is_optional);
/* Append types up to one of ENDS, which is not read.  */
void kcfi_append_types (struct kcfi_reader *reader, const char *ends);
/* <template-param> without making it a candidate.  */
void kcfi_skip_template_parameter (struct kcfi_reader *reader);

/* A <name>, possibly local or nested; the last of its pieces is not made a
   candidate.  MODULE is the module that was read before it, or NULL.  */
struct kcfi_piece *kcfi_read_name (struct kcfi_reader *reader,
				   struct kcfi_piece *module);
/* <unqualified-name> with its ABI tags: an entity in SCOPE (NULL: global) and
   MODULE (NULL: none was read).  */
struct kcfi_piece *kcfi_read_entity (struct kcfi_reader *reader,
				     struct kcfi_piece *scope,
				     struct kcfi_piece *module);
/* Append a <name> that is no type: it is never a candidate.  */
void kcfi_append_name (struct kcfi_reader *reader);
/* Append an <encoding>: what a symbol says behind _Z.  */
void kcfi_append_encoding (struct kcfi_reader *reader);
/* Pass over <operator-name>, but not over cv, li and v.  False if none comes.  */
bool kcfi_skip_operator (struct kcfi_reader *reader);

/* <template-args>: a list, I ... E.  */
struct kcfi_piece *kcfi_read_arguments (struct kcfi_reader *reader);
/* The instance of TEMPLATE whose arguments come next.  */
struct kcfi_piece *kcfi_read_instance (struct kcfi_reader *reader,
				       struct kcfi_piece *template);
void kcfi_append_argument (struct kcfi_reader *reader);
/* Append <template-param-decl>s, if any.  */
void kcfi_append_parameter_declarations (struct kcfi_reader *reader);
/* Append Q <expression>, if it comes next.  */
void kcfi_append_constraint (struct kcfi_reader *reader);
/* Append L ... E.  */
void kcfi_append_literal (struct kcfi_reader *reader);
/* Append an <expression>.  */
void kcfi_append_expression (struct kcfi_reader *reader);

#endif
