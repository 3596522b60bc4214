/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads template arguments, the declarations of template parameters, and
   literals.  */

#include "remangle-reader.h"

#include <string.h>

void
kcfi_append_constraint (struct kcfi_reader *reader)
{
  if (kcfi_peek (reader, 0) != 'Q')
    return;
  kcfi_append_expected (reader, "Q");
  kcfi_append_expression (reader);
}

/* LDn0E, Li5E, Lin5E, Ld3ff8000000000000E, L_Z3objE.  */
void
kcfi_append_literal (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  kcfi_expect (reader, "L");
  if (kcfi_accept (reader, "_Z"))
    {
      kcfi_append_text_since (reader, from);
      kcfi_append_encoding (reader);
      kcfi_append_expected (reader, "E");
      return;
    }
  kcfi_append_text_since (reader, from);
  kcfi_append (reader, kcfi_read_type (reader, false));
  from = reader->at;
  /* A number, the bytes of a floating value, or two of them.  */
  while (kcfi_peek (reader, 0)
	 && strchr ("n_0123456789abcdef", kcfi_peek (reader, 0)))
    reader->at++;
  kcfi_expect (reader, "E");
  kcfi_append_text_since (reader, from);
}

static bool
is_parameter_declaration (const struct kcfi_reader *reader)
{
  char second = kcfi_peek (reader, 1);
  return kcfi_peek (reader, 0) == 'T' && second && strchr ("ynktp", second);
}

/* Ty, Tk <name>, Tn <type>, Tt <declarations> E, Tp <declaration>.  */
static void
append_parameter_declaration (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  /* Packs do not nest, but who writes nonsense may repeat it.  */
  while (kcfi_accept (reader, "Tp"))
    ;
  char kind = kcfi_peek (reader, 1);
  if (!is_parameter_declaration (reader))
    kcfi_reader_fail (reader, "the declaration of a parameter is missing");
  else
    reader->at += 2;
  kcfi_append_text_since (reader, from);
  if (kind == 'n')
    kcfi_append (reader, kcfi_read_type (reader, false));
  else if (kind == 'k')
    kcfi_append_name (reader);
  else if (kind == 't' && kcfi_reader_enter (reader))
    {
      kcfi_append_parameter_declarations (reader);
      kcfi_append_constraint (reader);
      kcfi_append_expected (reader, "E");
      kcfi_reader_leave (reader);
    }
}

void
kcfi_append_parameter_declarations (struct kcfi_reader *reader)
{
  while (is_parameter_declaration (reader))
    append_parameter_declaration (reader);
}

/* Arguments up to E, and that.  */
static void
append_arguments (struct kcfi_reader *reader)
{
  while (kcfi_peek (reader, 0) && !strchr ("EQ", kcfi_peek (reader, 0)))
    kcfi_append_argument (reader);
  kcfi_append_constraint (reader);
  kcfi_append_expected (reader, "E");
}

/* A type; X <expression> E; a literal; J <arguments> E for a pack; with the
   declaration of its parameter in front where that is not clear.  */
void
kcfi_append_argument (struct kcfi_reader *reader)
{
  kcfi_append_parameter_declarations (reader);
  switch (kcfi_peek (reader, 0))
    {
    case 'L':
      kcfi_append_literal (reader);
      break;
    case 'X':
      kcfi_append_expected (reader, "X");
      kcfi_append_expression (reader);
      kcfi_append_expected (reader, "E");
      break;
    case 'J':
      kcfi_append_expected (reader, "J");
      if (kcfi_reader_enter (reader))
	append_arguments (reader);
      kcfi_reader_leave (reader);
      break;
    default:
      kcfi_append (reader, kcfi_read_type (reader, false));
    }
}

struct kcfi_piece *
kcfi_read_arguments (struct kcfi_reader *reader)
{
  size_t mark = kcfi_open_list (reader);
  kcfi_append_expected (reader, "I");
  append_arguments (reader);
  return kcfi_close_list (reader, mark);
}

struct kcfi_piece *
kcfi_read_instance (struct kcfi_reader *reader, struct kcfi_piece *template)
{
  struct kcfi_piece *instance
      = kcfi_piece_new (reader->store, KCFI_PIECE_INSTANCE, "", 0);
  template->is_template = true;
  instance->scope = template;
  instance->root = template->root;
  instance->lead = kcfi_read_arguments (reader);
  return instance;
}
