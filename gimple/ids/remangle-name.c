/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads <name> and <encoding>.  Follows CXXNameMangler::mangleName and what it
   calls.  Each prefix of a nested name is a candidate, and so is a template
   without its arguments; the whole name is one only where it is a type.  */

#include "remangle-reader.h"

#include <string.h>

/* --- Nested names ------------------------------------------------------------- */

static struct kcfi_piece *
std_scope (struct kcfi_reader *reader)
{
  return kcfi_piece_new (reader->store, KCFI_PIECE_TEXT, "St", 2);
}

/* The first component of a nested name if it is no entity: a substitution, a
   parameter, decltype; NULL for an entity.  In *MODULE that of the entity that
   comes next.  In *IS_NEW whether it is to become a candidate.  */
static struct kcfi_piece *
read_first_scope (struct kcfi_reader *reader, struct kcfi_piece **module,
		  bool *is_new)
{
  char next = kcfi_peek (reader, 0), second = kcfi_peek (reader, 1);
  *is_new = false;
  if (kcfi_accept (reader, "St"))
    return std_scope (reader);
  if (next == 'S')
    {
      struct kcfi_piece *found = kcfi_read_substitution (reader);
      if (found->kind != KCFI_PIECE_MODULE)
	return found;
      *module = found;
      return NULL;
    }
  if (next != 'T' && (next != 'D' || (second != 't' && second != 'T')))
    return NULL;
  /* Has become one.  A parameter's arguments, if there are any, were read.  */
  return kcfi_read_type (reader, false);
}

/* Whether MODULE's number comes next, and not that of a scope.  */
static struct kcfi_piece *
read_module_substitution (struct kcfi_reader *reader)
{
  if (kcfi_peek (reader, 0) != 'S')
    return NULL;
  struct kcfi_piece *found = kcfi_read_substitution (reader);
  if (found->kind == KCFI_PIECE_MODULE)
    return found;
  kcfi_reader_fail (reader, "a substitution is no module");
  return NULL;
}

/* What comes next behind SCOPE in a nested name: an entity, arguments, or the M
   that makes a variable the scope of a closure.  */
static struct kcfi_piece *
read_component (struct kcfi_reader *reader, struct kcfi_piece *scope,
		struct kcfi_piece *module)
{
  struct kcfi_piece *component;
  if (kcfi_peek (reader, 0) == 'I')
    {
      if (!scope || scope->kind == KCFI_PIECE_LOCAL)
	kcfi_reader_fail (reader, "arguments stand behind nothing");
      component = scope && !reader->error.reason
		      ? kcfi_read_instance (reader, scope)
		      : std_scope (reader);
    }
  else
    {
      if (!module)
	module = read_module_substitution (reader);
      component = kcfi_read_entity (reader, scope, module);
    }
  if (!kcfi_accept (reader, "M"))
    return component;
  struct kcfi_piece *variable = component;
  component = kcfi_piece_new (reader->store, KCFI_PIECE_CLOSURE_SCOPE, "", 0);
  component->child = variable;
  component->root = variable->root;
  return component;
}

/* N [H | qualifiers] <prefix> <unqualified-name> E.  The names begin in SCOPE,
   the function around them, or NULL.  */
static struct kcfi_piece *
read_nested (struct kcfi_reader *reader, struct kcfi_piece *scope)
{
  kcfi_expect (reader, "N");
  const char *qualifiers = reader->at;
  if (!kcfi_accept (reader, "H"))
    {
      kcfi_accept (reader, "r");
      kcfi_accept (reader, "V");
      kcfi_accept (reader, "K");
      if (!kcfi_accept (reader, "R"))
	kcfi_accept (reader, "O");
    }
  size_t qualifier_length = (size_t) (reader->at - qualifiers);
  struct kcfi_piece *module = NULL;
  bool is_new = false;
  struct kcfi_piece *first = read_first_scope (reader, &module, &is_new);
  struct kcfi_piece *current = first ? first : scope;
  while (!kcfi_accept (reader, "E") && !reader->error.reason)
    {
      if (is_new)
	kcfi_add_candidate (reader, current);
      current = read_component (reader, current, module);
      module = NULL;
      is_new = true;
    }
  if (!is_new || current->kind == KCFI_PIECE_CLOSURE_SCOPE)
    {
      kcfi_reader_fail (reader, "a nested name ends early");
      return std_scope (reader);
    }
  current->text = qualifiers;
  current->length = qualifier_length;
  return current;
}

/* --- Local names -------------------------------------------------------------- */

/* _3 or __12_ behind the name of an entity that is local to a function.  */
static void
read_discriminator (struct kcfi_reader *reader, struct kcfi_piece *name)
{
  const char *from = reader->at;
  if (kcfi_accept (reader, "__"))
    {
      if (!kcfi_skip_digits (reader))
	kcfi_reader_fail (reader, "a number is missing");
      kcfi_expect (reader, "_");
    }
  else if (kcfi_peek (reader, 0) == '_' && kcfi_peek (reader, 1) >= '0'
	   && kcfi_peek (reader, 1) <= '9')
    reader->at += 2;
  struct kcfi_piece *ending = kcfi_text_since (reader, KCFI_PIECE_TEXT, from);
  struct kcfi_piece *root = name->root;
  if (!root)
    kcfi_reader_fail (reader, "a local name is in no function");
  else if (!root->ending)
    root->ending = ending;
  else if (root->ending->length != ending->length
	   || memcmp (root->ending->text, from, ending->length) != 0)
    kcfi_reader_fail (reader, "a local name has two discriminators");
}

/* Z <encoding> E, d [number] _ for a default argument, and what is local to
   that.  */
static struct kcfi_piece *
read_local (struct kcfi_reader *reader)
{
  struct kcfi_piece *scope
      = kcfi_piece_new (reader->store, KCFI_PIECE_LOCAL, "", 0);
  size_t mark = kcfi_open_list (reader);
  kcfi_expect (reader, "Z");
  kcfi_append_encoding (reader);
  kcfi_expect (reader, "E");
  scope->child = kcfi_close_list (reader, mark);
  const char *from = reader->at;
  if (kcfi_accept (reader, "d"))
    {
      kcfi_skip_digits (reader);
      kcfi_expect (reader, "_");
      scope->text = from;
      scope->length = (size_t) (reader->at - from);
    }
  struct kcfi_piece *name;
  from = reader->at;
  if (kcfi_accept (reader, "s"))
    {
      /* A string literal.  */
      name = kcfi_piece_new (reader->store, KCFI_PIECE_ENTITY, "", 0);
      name->scope = scope;
      name->root = name;
      mark = kcfi_open_list (reader);
      kcfi_append_text_since (reader, from);
      name->lead = kcfi_close_list (reader, mark);
    }
  else if (kcfi_peek (reader, 0) == 'N')
    name = read_nested (reader, scope);
  else
    name = kcfi_read_entity (reader, scope, read_module_substitution (reader));
  read_discriminator (reader, name);
  return name;
}

/* --- Names -------------------------------------------------------------------- */

struct kcfi_piece *
kcfi_read_name (struct kcfi_reader *reader, struct kcfi_piece *module)
{
  struct kcfi_piece *name = NULL, *scope = NULL;
  if (!module && kcfi_peek (reader, 0) == 'N')
    return read_nested (reader, NULL);
  if (!module && kcfi_peek (reader, 0) == 'Z')
    return read_local (reader);
  bool is_substitution = false;
  if (!module && kcfi_accept (reader, "St"))
    scope = std_scope (reader);
  if (!module && kcfi_peek (reader, 0) == 'S')
    {
      struct kcfi_piece *found = kcfi_read_substitution (reader);
      is_substitution = found->kind != KCFI_PIECE_MODULE;
      if (is_substitution)
	name = found;
      else
	module = found;
    }
  if (!is_substitution)
    name = kcfi_read_entity (reader, scope, module);
  if (kcfi_peek (reader, 0) != 'I')
    {
      if (is_substitution)
	kcfi_reader_fail (reader, "a name is nothing but a substitution");
      return name;
    }
  if (!is_substitution)
    kcfi_add_candidate (reader, name);
  return kcfi_read_instance (reader, name);
}

void
kcfi_append_name (struct kcfi_reader *reader)
{
  struct kcfi_piece *name
      = kcfi_piece_new (reader->store, KCFI_PIECE_NAME, "", 0);
  name->child = kcfi_read_name (reader, NULL);
  kcfi_append (reader, name);
}

/* --- Encodings ---------------------------------------------------------------- */

static bool
is_base_36 (char byte)
{
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z');
}

/* TV, TT, TI, TS <type>, TA <template-arg>, TW, TH, GV <name>, GR <name> [n] _.
   False if none of them comes.  */
static bool
append_special_encoding (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  char first = kcfi_peek (reader, 0), second = kcfi_peek (reader, 1);
  if ((first != 'T' && first != 'G') || !second)
    return false;
  reader->at += 2;
  kcfi_append_text_since (reader, from);
  if (first == 'T' && strchr ("VTIS", second))
    kcfi_append (reader, kcfi_read_type (reader, false));
  else if (first == 'T' && second == 'A')
    kcfi_append_argument (reader);
  else if (first == 'T' ? second == 'W' || second == 'H' : second == 'V')
    kcfi_append_name (reader);
  else if (first == 'G' && second == 'R')
    {
      kcfi_append_name (reader);
      from = reader->at;
      while (is_base_36 (kcfi_peek (reader, 0)))
	reader->at++;
      kcfi_expect (reader, "_");
      kcfi_append_text_since (reader, from);
    }
  else
    kcfi_reader_fail (reader, "no symbol begins like this");
  return true;
}

/* Ua9enable_ifI ... E in front of a function's types.  */
static void
append_attributes (struct kcfi_reader *reader)
{
  while (kcfi_peek (reader, 0) == 'U' && kcfi_peek (reader, 1) == 'a')
    {
      const char *from = reader->at;
      reader->at += 2;
      kcfi_skip_source_name (reader);
      kcfi_append_text_since (reader, from);
      if (kcfi_peek (reader, 0) == 'I')
	kcfi_append (reader, kcfi_read_arguments (reader));
    }
}

void
kcfi_append_encoding (struct kcfi_reader *reader)
{
  size_t mark = kcfi_open_list (reader);
  reader->functions++;
  if (kcfi_reader_enter (reader) && !append_special_encoding (reader))
    {
      kcfi_append_name (reader);
      append_attributes (reader);
      kcfi_append_types (reader, "EQ");
      kcfi_append_constraint (reader);
    }
  kcfi_reader_leave (reader);
  reader->functions--;
  struct kcfi_piece *encoding
      = kcfi_piece_new (reader->store, KCFI_PIECE_ENCODING, "", 0);
  encoding->child = kcfi_close_list (reader, mark);
  kcfi_append (reader, encoding);
}
