/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads <expression>, which stands in the arguments and signatures of templates.
   Follows CXXNameMangler::mangleExpression.  No part of an expression is a
   candidate but the types in it.  */

#include "remangle-reader.h"

#include <stdlib.h>
#include <string.h>

/* What stands behind an operator's two letters, a letter for each operand:

     e  an expression	       t  a type		b  a source name
     E  expressions up to E, which is passed over      n  an unresolved name
     _  expressions up to _, the same		       i  initializers: pi...E, E
     o  an operator's letters  A  template arguments up to E  */
struct operation
{
  char letters[3];
  const char *operands;
};

static const struct operation operations[] = {
  { "aN", "ee" }, { "aS", "ee" },  { "aa", "ee" },  { "ad", "e" },
  { "an", "ee" }, { "at", "t" },   { "aw", "e" },   { "az", "e" },
  { "cc", "te" }, { "cl", "eE" },  { "cm", "ee" },  { "co", "e" },
  { "cp", "nE" }, { "dV", "ee" },  { "da", "e" },   { "dc", "te" },
  { "de", "e" },  { "di", "be" },  { "dl", "e" },   { "ds", "ee" },
  { "dt", "en" }, { "dv", "ee" },  { "dX", "eee" }, { "dx", "ee" },
  { "eO", "ee" }, { "eo", "ee" },  { "eq", "ee" },  { "fl", "oe" },
  { "fr", "oe" }, { "fL", "oee" }, { "fR", "oee" }, { "ge", "ee" },
  { "gt", "ee" }, { "il", "E" },   { "ix", "ee" },  { "lS", "ee" },
  { "le", "ee" }, { "ls", "ee" },  { "lt", "ee" },  { "mI", "ee" },
  { "mL", "ee" }, { "mi", "ee" },  { "ml", "ee" },  { "na", "_ti" },
  { "ne", "ee" }, { "ng", "e" },   { "nt", "e" },   { "nw", "_ti" },
  { "nx", "e" },  { "oR", "ee" },  { "oo", "ee" },  { "or", "ee" },
  { "pL", "ee" }, { "pl", "ee" },  { "pm", "ee" },  { "ps", "e" },
  { "pt", "en" }, { "qu", "eee" }, { "rM", "ee" },  { "rS", "ee" },
  { "rc", "te" }, { "rm", "ee" },  { "rs", "ee" },  { "sc", "te" },
  { "sp", "e" },  { "ss", "ee" },  { "st", "t" },   { "sz", "e" },
  { "sP", "A" },  { "te", "e" },   { "ti", "t" },   { "tl", "tE" },
  { "tr", "" },	  { "tw", "e" },
};

static void
append_expressions (struct kcfi_reader *reader, const char *end)
{
  while (!kcfi_append_accepted (reader, end) && !reader->error.reason)
    kcfi_append_expression (reader);
}

/* --- Names -------------------------------------------------------------------- */

static bool
is_digit (char byte)
{
  return byte >= '0' && byte <= '9';
}

/* <simple-id>: a source name, possibly with arguments.  */
static void
append_simple_name (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  kcfi_skip_source_name (reader);
  while (kcfi_accept (reader, "B"))
    kcfi_skip_source_name (reader);
  kcfi_append_text_since (reader, from);
  if (kcfi_peek (reader, 0) == 'I')
    kcfi_append (reader, kcfi_read_arguments (reader));
}

/* <base-unresolved-name>: a simple name, on <operator> [arguments], dn and a
   type or simple name.  */
static void
append_base_name (struct kcfi_reader *reader)
{
  if (kcfi_append_accepted (reader, "on"))
    {
      const char *from = reader->at;
      if (kcfi_append_accepted (reader, "cv"))
	kcfi_append (reader, kcfi_read_type (reader, true));
      else
	{
	  if (kcfi_accept (reader, "li"))
	    kcfi_skip_source_name (reader);
	  else if (!kcfi_skip_operator (reader))
	    kcfi_reader_fail (reader, "no operator is called so");
	  kcfi_append_text_since (reader, from);
	}
      if (kcfi_peek (reader, 0) == 'I')
	kcfi_append (reader, kcfi_read_arguments (reader));
      return;
    }
  bool is_destructor = kcfi_append_accepted (reader, "dn");
  if (is_digit (kcfi_peek (reader, 0)))
    append_simple_name (reader);
  else if (is_destructor)
    kcfi_append (reader, kcfi_read_type (reader, false));
  else
    kcfi_reader_fail (reader, "a name is missing");
}

/* <unresolved-name>: [gs] [sr ...] <base-unresolved-name>.  */
static void
append_unresolved_name (struct kcfi_reader *reader)
{
  kcfi_append_accepted (reader, "gs");
  if (kcfi_append_accepted (reader, "srN"))
    {
      if (!is_digit (kcfi_peek (reader, 0)))
	kcfi_append (reader, kcfi_read_type (reader, false));
      while (!kcfi_append_accepted (reader, "E") && !reader->error.reason)
	append_simple_name (reader);
    }
  else if (kcfi_append_accepted (reader, "sr"))
    {
      if (is_digit (kcfi_peek (reader, 0)))
	while (!kcfi_append_accepted (reader, "E") && !reader->error.reason)
	  append_simple_name (reader);
      else
	kcfi_append (reader, kcfi_read_type (reader, false));
    }
  append_base_name (reader);
}

/* fp_, fpK0_, fL1p_, fpT: a parameter of a function.  Clang counts all functions
   that its own is in, also those around the name that the expression is part
   of; so the number changes with the place where that is written.
   Source: CXXNameMangler::mangleFunctionParam.  */
static void
append_parameter (struct kcfi_reader *reader)
{
  long depth = 0;
  if (kcfi_accept (reader, "fL"))
    {
      const char *digits = reader->at;
      if (!kcfi_skip_digits (reader) || reader->at - digits > 6)
	kcfi_reader_fail (reader, "a number is missing or too large");
      else
	depth = strtol (digits, NULL, 10) + 1;
      kcfi_expect (reader, "p");
    }
  else
    kcfi_expect (reader, "fp");
  const char *from = reader->at;
  if (!kcfi_accept (reader, "T"))
    {
      kcfi_accept (reader, "r");
      kcfi_accept (reader, "V");
      kcfi_accept (reader, "K");
      kcfi_skip_digits (reader);
      kcfi_expect (reader, "_");
    }
  struct kcfi_piece *parameter
      = kcfi_text_since (reader, KCFI_PIECE_PARAMETER, from);
  parameter->depth = depth - reader->functions;
  kcfi_append (reader, parameter);
}

/* --- What is no plain list of operands ---------------------------------------- */

/* cv <type> <expression>, cv <type> _ <expressions> E.  */
static void
append_conversion (struct kcfi_reader *reader)
{
  kcfi_append_expected (reader, "cv");
  kcfi_append (reader, kcfi_read_type (reader, false));
  if (kcfi_append_accepted (reader, "_"))
    append_expressions (reader, "E");
  else
    kcfi_append_expression (reader);
}

/* so <type> <expression> [<number>] {_ [<number>]} [p] E: part of an object.
   mc <type> <expression> [<number>] E: a pointer to member of another class.  */
static void
append_part (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  bool is_object = kcfi_accept (reader, "so");
  if (!is_object)
    kcfi_expect (reader, "mc");
  kcfi_append_text_since (reader, from);
  kcfi_append (reader, kcfi_read_type (reader, false));
  kcfi_append_expression (reader);
  from = reader->at;
  if (kcfi_peek (reader, 0) != 'E' && kcfi_peek (reader, 0) != '_'
      && kcfi_peek (reader, 0) != 'p')
    kcfi_skip_number (reader);
  while (is_object && kcfi_accept (reader, "_"))
    {
      kcfi_accept (reader, "n");
      kcfi_skip_digits (reader);
    }
  if (is_object)
    kcfi_accept (reader, "p");
  kcfi_expect (reader, "E");
  kcfi_append_text_since (reader, from);
}

/* rq <requirements> E, rQ <types> _ <requirements> E.
   X <expression> [N] [R <name>], T <type>, Q <expression>.  */
static void
append_requirements (struct kcfi_reader *reader)
{
  if (kcfi_append_accepted (reader, "rQ"))
    {
      kcfi_append_types (reader, "_");
      kcfi_append_expected (reader, "_");
    }
  else
    kcfi_append_expected (reader, "rq");
  while (!kcfi_append_accepted (reader, "E") && !reader->error.reason)
    if (kcfi_append_accepted (reader, "X"))
      {
	kcfi_append_expression (reader);
	kcfi_append_accepted (reader, "N");
	if (kcfi_append_accepted (reader, "R"))
	  kcfi_append_name (reader);
      }
    else if (kcfi_append_accepted (reader, "T"))
      kcfi_append (reader, kcfi_read_type (reader, false));
    else if (kcfi_peek (reader, 0) == 'Q')
      kcfi_append_constraint (reader);
    else
      kcfi_reader_fail (reader, "no requirement begins like this");
}

/* u <source-name> <arguments> E.  */
static void
append_vendor_expression (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  kcfi_expect (reader, "u");
  kcfi_skip_source_name (reader);
  kcfi_append_text_since (reader, from);
  while (!kcfi_append_accepted (reader, "E") && !reader->error.reason)
    kcfi_append_argument (reader);
}

/* sZ and a parameter: how many a pack has.  */
static void
append_pack_size (struct kcfi_reader *reader)
{
  kcfi_append_expected (reader, "sZ");
  if (kcfi_peek (reader, 0) == 'f')
    {
      append_parameter (reader);
      return;
    }
  const char *from = reader->at;
  kcfi_skip_template_parameter (reader);
  kcfi_append_text_since (reader, from);
}

/* --- Operators ---------------------------------------------------------------- */

/* What behind an array that is made: a pi and expressions, il, or E.  */
static void
append_initializer (struct kcfi_reader *reader)
{
  if (kcfi_append_accepted (reader, "pi"))
    append_expressions (reader, "E");
  else if (kcfi_peek (reader, 0) == 'i')
    kcfi_append_expression (reader);
  else
    kcfi_append_expected (reader, "E");
}

static void
append_operand (struct kcfi_reader *reader, char kind)
{
  const char *from = reader->at;
  switch (kind)
    {
    case 'e':
      kcfi_append_expression (reader);
      break;
    case 't':
      kcfi_append (reader, kcfi_read_type (reader, false));
      break;
    case 'n':
      append_unresolved_name (reader);
      break;
    case 'i':
      append_initializer (reader);
      break;
    case 'E':
      append_expressions (reader, "E");
      break;
    case '_':
      append_expressions (reader, "_");
      break;
    case 'A':
      while (!kcfi_append_accepted (reader, "E") && !reader->error.reason)
	kcfi_append_argument (reader);
      break;
    case 'b':
      kcfi_skip_source_name (reader);
      kcfi_append_text_since (reader, from);
      break;
    case 'o':
      if (!kcfi_skip_operator (reader))
	kcfi_reader_fail (reader, "no operator is called so");
      kcfi_append_text_since (reader, from);
      break;
    }
}

static void
append_operation (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++)
    if (kcfi_accept (reader, operations[i].letters))
      {
	/* pp_ and mm_ are those that stand in front.  */
	kcfi_append_text_since (reader, from);
	for (const char *kind = operations[i].operands; *kind; kind++)
	  append_operand (reader, *kind);
	return;
      }
  if (kcfi_accept (reader, "pp") || kcfi_accept (reader, "mm"))
    {
      kcfi_accept (reader, "_");
      kcfi_append_text_since (reader, from);
      kcfi_append_expression (reader);
      return;
    }
  kcfi_reader_fail (reader, "no expression begins like this");
}

/* A <template-param>, whose T is next: here it is a value.  */
static void
append_value_parameter (struct kcfi_reader *reader)
{
  const char *from = reader->at;
  kcfi_skip_template_parameter (reader);
  kcfi_append_text_since (reader, from);
}

void
kcfi_append_expression (struct kcfi_reader *reader)
{
  char first = kcfi_peek (reader, 0), second = kcfi_peek (reader, 1);
  static const struct
  {
    const char letters[3];
    void (*append) (struct kcfi_reader *);
  } special[] = { { "cv", append_conversion },
		  { "so", append_part },
		  { "mc", append_part },
		  { "rq", append_requirements },
		  { "rQ", append_requirements },
		  { "sZ", append_pack_size },
		  { "sr", append_unresolved_name },
		  { "on", append_unresolved_name },
		  { "dn", append_unresolved_name },
		  { "fp", append_parameter } };
  if (!kcfi_reader_enter (reader))
    {
      kcfi_reader_leave (reader);
      return;
    }
  void (*append) (struct kcfi_reader *) = append_operation;
  if (first == 'L')
    append = kcfi_append_literal;
  else if (first == 'T')
    append = append_value_parameter;
  else if (first == 'u')
    append = append_vendor_expression;
  else if (is_digit (first))
    append = append_unresolved_name;
  else if (first == 'f' && second == 'L' && is_digit (kcfi_peek (reader, 2)))
    append = append_parameter;
  else if (first == 'g' && second == 's')
    {
      char third = kcfi_peek (reader, 2);
      if (third == 'n' || third == 'd')
	kcfi_append_accepted (reader, "gs");
      else
	append = append_unresolved_name;
    }
  else
    for (size_t i = 0; i < sizeof special / sizeof special[0]; i++)
      if (first == special[i].letters[0] && second == special[i].letters[1])
	append = special[i].append;
  append (reader);
  kcfi_reader_leave (reader);
}
