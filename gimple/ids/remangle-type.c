/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads <type>.  Follows CXXNameMangler::mangleType, whose
   isTypeSubstitutable says which types become candidates.  */

#include "remangle-reader.h"

#include <string.h>

/* --- Functions ---------------------------------------------------------------- */

void
kcfi_append_types (struct kcfi_reader *reader, const char *ends)
{
  while (kcfi_peek (reader, 0) && !strchr (ends, kcfi_peek (reader, 0)))
    kcfi_append (reader, kcfi_read_type (reader, false));
}

static bool
is_function (const struct kcfi_reader *reader)
{
  char next = kcfi_peek (reader, 0), second = kcfi_peek (reader, 1);
  return next == 'F' || (next == 'D' && second && strchr ("oOwx", second));
}

/* Do, DO <expression> E, Dw <types> E, Dx.  */
static void
read_exception_specification (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  if (kcfi_accept (reader, "Do"))
    kcfi_append_text_since (reader, from);
  else if (kcfi_accept (reader, "DO") || kcfi_accept (reader, "Dw"))
    {
      bool is_expression = reader->at[-1] == 'O';
      kcfi_append_text_since (reader, from);
      if (is_expression)
	kcfi_append_expression (reader);
      else
	kcfi_append_types (reader, "E");
      from = reader->at;
      kcfi_expect (reader, "E");
      kcfi_append_text_since (reader, from);
    }
  from = reader->at;
  kcfi_accept (reader, "Dx");
  kcfi_append_text_since (reader, from);
}

/* Whether a function type ends here: E, RE or OE.  */
static bool
is_function_end (const struct kcfi_reader *reader)
{
  char next = kcfi_peek (reader, 0);
  return !next || next == 'E'
	 || ((next == 'R' || next == 'O') && kcfi_peek (reader, 1) == 'E');
}

/* FiiE, KFivRE, DoFvvE: with QUALIFIERS, which were read and may be NULL.  */
static struct kcfi_piece *
read_function (struct kcfi_reader *reader, struct kcfi_piece *qualifiers)
{
  struct kcfi_piece *function
      = kcfi_piece_new (reader->store, KCFI_PIECE_FUNCTION, "", 0);
  size_t mark = kcfi_open_list (reader);
  if (qualifiers)
    kcfi_append (reader, qualifiers->lead);
  read_exception_specification (reader);
  const char *from = reader->at;
  kcfi_expect (reader, "F");
  kcfi_accept (reader, "Y");
  kcfi_append_text_since (reader, from);
  function->lead = kcfi_close_list (reader, mark);
  reader->functions++;
  while (!is_function_end (reader))
    kcfi_append (reader, kcfi_read_type (reader, false));
  reader->functions--;
  from = reader->at;
  if (kcfi_peek (reader, 0) != 'E')
    reader->at += kcfi_peek (reader, 0) != '\0';
  kcfi_expect (reader, "E");
  struct kcfi_piece *types = kcfi_close_list (reader, mark);
  function->parts = types->parts;
  function->count = types->count;
  function->text = from;
  function->length = (size_t) (reader->at - from);
  if (function->count < 2)
    kcfi_reader_fail (reader, "a function has no result or no parameters");
  return function;
}

/* --- What is not in front of another ------------------------------------------ */

/* A piece of KIND of the next LENGTH bytes.  */
static struct kcfi_piece *
read_text (struct kcfi_reader *reader, enum kcfi_piece_kind kind, size_t length)
{
  const char *from = reader->at;
  for (; length && kcfi_peek (reader, 0); length--)
    reader->at++;
  return kcfi_text_since (reader, kind, from);
}

/* A type of nothing but LIST.  */
static struct kcfi_piece *
make_type (struct kcfi_reader *reader, struct kcfi_piece *list)
{
  struct kcfi_piece *piece
      = kcfi_piece_new (reader->store, KCFI_PIECE_TYPE, "", 0);
  piece->lead = list;
  return piece;
}

/* DF16_, DF16b, DF32x, DB8_, DU8_, Dt ... E, DT ... E, Dk <name>, DK <name>, and
   two letters.  */
static struct kcfi_piece *
read_d_type (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  char kind = kcfi_peek (reader, 1);
  if (kind && strchr ("sui", kind))
    return read_text (reader, KCFI_PIECE_INTEGER, 2);
  if (kind && strchr ("defhnac", kind))
    return read_text (reader, KCFI_PIECE_TEXT, 2);
  size_t mark = kcfi_open_list (reader);
  reader->at += kind ? 2 : 0;
  switch (kind)
    {
    case 'F':
      kcfi_skip_digits (reader);
      if (!kcfi_accept (reader, "b") && !kcfi_accept (reader, "x"))
	kcfi_expect (reader, "_");
      return kcfi_text_since (reader, KCFI_PIECE_TEXT, from);
    case 'k':
    case 'K':
      kcfi_append_text_since (reader, from);
      kcfi_append_name (reader);
      return kcfi_close_list (reader, mark);
    case 'B':
    case 'U':
      kcfi_append_text_since (reader, from);
      kcfi_append_bound (reader, false);
      return make_type (reader, kcfi_close_list (reader, mark));
    case 't':
    case 'T':
      kcfi_append_text_since (reader, from);
      kcfi_append_expression (reader);
      from = reader->at;
      kcfi_expect (reader, "E");
      kcfi_append_text_since (reader, from);
      return make_type (reader, kcfi_close_list (reader, mark));
    default:
      kcfi_reader_fail (reader, "no type begins like this");
      return kcfi_text_since (reader, KCFI_PIECE_TEXT, from);
    }
}

/* u6__bf16, u11__SVInt32_t, u17__underlying_typeIT_E.  */
static struct kcfi_piece *
read_vendor_type (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  size_t mark = kcfi_open_list (reader);
  kcfi_expect (reader, "u");
  kcfi_skip_source_name (reader);
  kcfi_append_text_since (reader, from);
  bool has_arguments = kcfi_peek (reader, 0) == 'I';
  if (has_arguments)
    kcfi_append (reader, kcfi_read_arguments (reader));
  struct kcfi_piece *list = kcfi_close_list (reader, mark);
  /* Of the builtin types, Clang 18 and later only substitutes SVE's.  */
  size_t name = 1 + strspn (from + 1, "0123456789");
  bool is_sve = strncmp (from + name, "__SV", 4) == 0;
  return has_arguments || is_sve ? make_type (reader, list) : list;
}

void
kcfi_skip_template_parameter (struct kcfi_reader *reader)
{
  kcfi_expect (reader, "T");
  if (kcfi_accept (reader, "L"))
    {
      if (!kcfi_skip_digits (reader))
	kcfi_reader_fail (reader, "a number is missing");
      kcfi_expect (reader, "_");
    }
  kcfi_skip_digits (reader);
  kcfi_expect (reader, "_");
}

/* T_, T0_, TL0__; Ts, Tu, Te and a name.  */
static struct kcfi_piece *
read_t_type (struct kcfi_reader *reader, bool conversion)
{
  const char *from = reader->at;
  size_t mark = kcfi_open_list (reader);
  char kind = kcfi_peek (reader, 1);
  if (kind && strchr ("sue", kind))
    {
      reader->at += 2;
      kcfi_append_text_since (reader, from);
      kcfi_append_name (reader);
      return make_type (reader, kcfi_close_list (reader, mark));
    }
  kcfi_skip_template_parameter (reader);
  kcfi_append_text_since (reader, from);
  struct kcfi_piece *parameter
      = make_type (reader, kcfi_close_list (reader, mark));
  if (kcfi_peek (reader, 0) != 'I' || conversion)
    return parameter;
  kcfi_add_candidate (reader, parameter);
  return kcfi_read_instance (reader, parameter);
}

/* A type that begins with a substitution.  In *IS_NEW whether it goes on behind
   it, so that the whole is another type.  */
static struct kcfi_piece *
read_s_type (struct kcfi_reader *reader, bool conversion, bool *is_new)
{
  *is_new = true;
  if (kcfi_peek (reader, 1) == 't')
    return kcfi_read_name (reader, NULL);
  struct kcfi_piece *found = kcfi_read_substitution (reader);
  if (found->kind == KCFI_PIECE_MODULE)
    return kcfi_read_name (reader, found);
  if (kcfi_peek (reader, 0) == 'I' && (!conversion || found->is_template))
    return kcfi_read_instance (reader, found);
  *is_new = false;
  return found;
}

/* A type that nothing stands in front of.  In *IS_NEW whether it is a candidate
   from here on.  */
static struct kcfi_piece *
read_core (struct kcfi_reader *reader, bool conversion, bool *is_new)
{
  char next = kcfi_peek (reader, 0);
  *is_new = false;
  if (next && strchr ("wbcahstijlmxyno", next))
    return read_text (reader, KCFI_PIECE_INTEGER, 1);
  if (next && strchr ("vfdegz", next))
    return read_text (reader, KCFI_PIECE_TEXT, 1);
  struct kcfi_piece *type;
  switch (next)
    {
    case 'D':
      type = read_d_type (reader);
      *is_new = type->kind == KCFI_PIECE_TYPE;
      return type;
    case 'u':
      type = read_vendor_type (reader);
      *is_new = type->kind == KCFI_PIECE_TYPE;
      return type;
    case 'S':
      return read_s_type (reader, conversion, is_new);
    case 'T':
      *is_new = true;
      return read_t_type (reader, conversion);
    default:
      *is_new = true;
      return kcfi_read_name (reader, NULL);
    }
}

/* --- All of it ---------------------------------------------------------------- */

/* PREFIX in front of TYPE, which is new or was a substitution.  */
static void
put_in_front (struct kcfi_reader *reader, struct kcfi_piece *prefix,
	      struct kcfi_piece *type, bool is_new)
{
  prefix->child = type;
  if (prefix->kind == KCFI_PIECE_ARRAY)
    prefix->qualifiers = type->qualifiers;
  if (prefix->kind != KCFI_PIECE_MEMBER || type->kind != KCFI_PIECE_FUNCTION)
    return;
  /* The function type behind a pointer to member is none that is met again: it
     takes a number, but nothing else can be it.  Source: mangleType (const
     MemberPointerType *).  */
  if (is_new)
    reader->candidates.list[reader->candidates.count - 1] = NULL;
  else
    kcfi_reader_fail (reader, "a member function's type was met before");
}

/* A loop where a recursion would do, as there may be any number of pointers.  */
struct kcfi_piece *
kcfi_read_type (struct kcfi_reader *reader, bool conversion)
{
  size_t mark = kcfi_open_list (reader);
  bool is_new = false;
  if (!kcfi_reader_enter (reader))
    {
      kcfi_reader_leave (reader);
      return kcfi_text_since (reader, KCFI_PIECE_TEXT, reader->at);
    }
  struct kcfi_piece *prefix, *type;
  while ((prefix = kcfi_read_prefix (reader)))
    kcfi_append (reader, prefix);
  if (is_function (reader))
    {
      struct kcfi_piece *last = reader->open.count > mark
				    ? reader->open.list[reader->open.count - 1]
				    : NULL;
      if (last && last->kind == KCFI_PIECE_QUALIFIED)
	reader->open.count--;
      else
	last = NULL;
      type = read_function (reader, last);
      is_new = true;
    }
  else
    type = read_core (reader, conversion, &is_new);
  if (is_new)
    kcfi_add_candidate (reader, type);
  while (reader->open.count > mark)
    {
      prefix = reader->open.list[--reader->open.count];
      put_in_front (reader, prefix, type, is_new);
      kcfi_add_candidate (reader, prefix);
      type = prefix;
      is_new = true;
    }
  kcfi_reader_leave (reader);
  return type;
}
