/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads <unqualified-name>: one component of a name.  Follows
   CXXNameMangler::mangleUnqualifiedName.  */

#include "remangle-reader.h"

#include <string.h>

bool
kcfi_skip_operator (struct kcfi_reader *reader)
{
  static const char operators[] = "nw na dl da aw ps ng ad de co pl mi ml dv "
				  "rm an or eo aS pL mI mL dV rM "
				  "aN oR eO ls rs lS rS eq ne lt gt le ge ss "
				  "nt aa oo pp mm cm pm pt cl ix "
				  "qu ";
  char name[] = { kcfi_peek (reader, 0), kcfi_peek (reader, 1), ' ', '\0' };
  if (!name[0] || !name[1] || !strstr (operators, name))
    return false;
  reader->at += 2;
  return true;
}

/* The end of an unnamed type's or closure's name: a number or none, and _.  */
static void
append_unnamed_number (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  kcfi_skip_digits (reader);
  kcfi_expect (reader, "_");
  kcfi_append_text_since (reader, from);
}

/* Ut_, Ub_, UlvE_, UlTyT_E0_.  */
static void
append_unnamed (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  bool is_closure = kcfi_accept (reader, "Ul");
  if (!is_closure && !kcfi_accept (reader, "Ut"))
    kcfi_expect (reader, "Ub");
  kcfi_append_text_since (reader, from);
  if (is_closure)
    {
      kcfi_append_parameter_declarations (reader);
      kcfi_append_constraint (reader);
      kcfi_append_types (reader, "EQ");
      kcfi_append_constraint (reader);
      from = reader->at;
      kcfi_expect (reader, "E");
      kcfi_append_text_since (reader, from);
    }
  append_unnamed_number (reader);
}

/* C1, CI2 <type>, D0, DC <source-name>+ E.  */
static void
append_special_member (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  bool inherits = kcfi_accept (reader, "CI");
  if (kcfi_accept (reader, "DC"))
    {
      while (!kcfi_accept (reader, "E") && !reader->error.reason)
	kcfi_skip_source_name (reader);
      kcfi_append_text_since (reader, from);
      return;
    }
  if (!inherits && !kcfi_accept (reader, "C"))
    kcfi_expect (reader, "D");
  char digit = kcfi_peek (reader, 0);
  if (digit < '0' || digit > '9')
    kcfi_reader_fail (reader, "no constructor is called so");
  else
    reader->at++;
  kcfi_append_text_since (reader, from);
  if (inherits)
    kcfi_append (reader, kcfi_read_type (reader, false));
}

/* An operator's name: cv <type>, li <source-name>, v <digit> <source-name>, and
   the others.  */
static void
append_operator (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  char digit = kcfi_peek (reader, 1);
  if (kcfi_accept (reader, "cv"))
    {
      kcfi_append_text_since (reader, from);
      kcfi_append (reader, kcfi_read_type (reader, true));
      return;
    }
  if (kcfi_accept (reader, "li"))
    kcfi_skip_source_name (reader);
  else if (kcfi_peek (reader, 0) == 'v' && digit >= '0' && digit <= '9')
    {
      reader->at += 2;
      kcfi_skip_source_name (reader);
    }
  else if (!kcfi_skip_operator (reader))
    kcfi_reader_fail (reader, "no name begins like this");
  kcfi_append_text_since (reader, from);
}

/* W1M, WP1M, once or more: modules, each of which is a candidate.  */
static struct kcfi_piece *
read_modules (struct kcfi_reader *reader, struct kcfi_piece *before)
{
  while (kcfi_peek (reader, 0) == 'W')
    {
      const char *from = reader->at;
      kcfi_expect (reader, "W");
      kcfi_accept (reader, "P");
      kcfi_skip_source_name (reader);
      struct kcfi_piece *module
	  = kcfi_text_since (reader, KCFI_PIECE_MODULE, from);
      module->scope = before;
      kcfi_add_candidate (reader, module);
      before = module;
    }
  return before;
}

struct kcfi_piece *
kcfi_read_entity (struct kcfi_reader *reader, struct kcfi_piece *scope,
		  struct kcfi_piece *module)
{
  struct kcfi_piece *entity
      = kcfi_piece_new (reader->store, KCFI_PIECE_ENTITY, "", 0);
  size_t mark = kcfi_open_list (reader);
  entity->scope = scope;
  entity->module = read_modules (reader, module);
  entity->root = !scope				   ? NULL
		 : scope->kind == KCFI_PIECE_LOCAL ? entity
						   : scope->root;
  const char *from = reader->at;
  /* A friend that is constrained by its class, internal linkage.  */
  if (scope)
    kcfi_accept (reader, "F");
  while (kcfi_accept (reader, "L"))
    ;
  kcfi_append_text_since (reader, from);
  char next = kcfi_peek (reader, 0);
  from = reader->at;
  if (next >= '0' && next <= '9')
    {
      kcfi_skip_source_name (reader);
      kcfi_append_text_since (reader, from);
    }
  else if (next == 'U')
    append_unnamed (reader);
  else if (next == 'C' || next == 'D')
    append_special_member (reader);
  else
    append_operator (reader);
  from = reader->at;
  while (kcfi_accept (reader, "B"))
    kcfi_skip_source_name (reader);
  kcfi_append_text_since (reader, from);
  entity->lead = kcfi_close_list (reader, mark);
  return entity;
}
