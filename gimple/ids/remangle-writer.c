/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a tree as a name, with substitutions of its own.

   Each candidate is written out once, so the time is proportional to what was
   read.  */

#include "remangle-writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "remangle-output.h"

/* --- Integers ----------------------------------------------------------------- */

/* The width in bits of the integer type LETTERS, and in *IS_SIGNED whether it is
   signed.  */
static unsigned
describe_integer (const struct kcfi_integer_types *integers,
		  const char *letters, bool *is_signed)
{
  *is_signed = strchr ("asilxn", letters[0]) != NULL;
  switch (letters[0])
    {
    case 'D': /* Du, Ds, Di: char8_t, char16_t, char32_t.  */
      return letters[1] == 'u' ? 8 : letters[1] == 's' ? 16 : 32;
    case 'c':
      *is_signed = integers->char_is_signed;
      return 8;
    case 'w':
      *is_signed = integers->wide_is_signed;
      return integers->wide_bits;
    case 's':
    case 't':
      return 16;
    case 'i':
    case 'j':
      return integers->int_bits;
    case 'l':
    case 'm':
      return integers->long_bits;
    case 'x':
    case 'y':
      return 64;
    case 'n':
    case 'o':
      return 128;
    default: /* b, a, h.  */
      return 8;
    }
}

/* u3i32: unlike a builtin type it is a candidate, one for each width and
   signedness; what is built of the types is not merged.
   Source: CXXNameMangler::mangleType (const BuiltinType *).  */
static void
write_integer (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  if (!writer->options->normalize_integers)
    {
      kcfi_text_add_bytes (writer->out, piece->text, piece->length);
      return;
    }
  bool is_signed;
  unsigned bits = describe_integer (writer->integers, piece->text, &is_signed);
  unsigned kind = is_signed ? KCFI_INTEGER_WIDTHS : 0;
  for (unsigned width = bits; width > 8; width /= 2)
    kind++;
  struct kcfi_piece *one = &writer->integer_pieces[kind];
  if (kcfi_write_number (writer, one))
    return;
  char code[16];
  int length
      = snprintf (code, sizeof code, "%c%u", is_signed ? 'i' : 'u', bits);
  kcfi_text_printf (writer->out, "u%d%s", length, code);
  kcfi_number_piece (writer, one);
}

/* --- Names -------------------------------------------------------------------- */

static bool
is_std (const struct kcfi_piece *scope)
{
  return scope->kind == KCFI_PIECE_TEXT && scope->text[1] == 't';
}

/* PIECE without what it is nested in: its module and name, its arguments, or a
   variable's and M.  */
static void
push_own_part (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  if (piece->kind == KCFI_PIECE_CLOSURE_SCOPE)
    {
      kcfi_push_string (writer, "M");
      piece = piece->child;
    }
  kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->lead);
  if (piece->kind == KCFI_PIECE_ENTITY)
    kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->module);
}

static struct kcfi_piece *
scope_of (struct kcfi_piece *piece)
{
  return piece->kind == KCFI_PIECE_CLOSURE_SCOPE ? piece->child->scope
						 : piece->scope;
}

/* Write NAME in full:

     3foo  St3foo  2T1IiE		    in no scope or std
     N2ns3fooE  NK1S1mE  N2T1IiE1UIcEE	    nested
     Z1fvE3foo_0  Z1fvEN1A1BE_0		    in a function  */
static void
write_name (struct kcfi_writer *writer, struct kcfi_piece *name)
{
  const struct kcfi_piece *template
      = name->kind == KCFI_PIECE_INSTANCE ? name->scope : name;
  const struct kcfi_piece *scope
      = template->kind == KCFI_PIECE_ENTITY ? template->scope : NULL;
  bool is_nested
      = name->length > 0
	|| (scope && scope->kind != KCFI_PIECE_LOCAL && !is_std (scope));
  /* Backwards: the last step is the first.  */
  if (name->root)
    kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, name->root->ending);
  if (is_nested)
    kcfi_push_string (writer, "E");
  push_own_part (writer, name);
  kcfi_push (writer, KCFI_ACTION_WRITE_SCOPE, scope_of (name));
  if (is_nested)
    {
      kcfi_push (writer, KCFI_ACTION_WRITE_BYTES, name);
      kcfi_push_string (writer, "N");
    }
  if (name->root)
    kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, name->root->scope);
}

/* A scope is a candidate, but for std, a function, and a standard
   abbreviation.  */
static void
write_scope (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  switch (piece->kind)
    {
    case KCFI_PIECE_LOCAL:
      return; /* Was written in front of N.  */
    case KCFI_PIECE_ENTITY:
    case KCFI_PIECE_INSTANCE:
    case KCFI_PIECE_CLOSURE_SCOPE:
      if (kcfi_write_number (writer, piece))
	return;
      kcfi_push (writer, KCFI_ACTION_ADD_CANDIDATE, piece);
      push_own_part (writer, piece);
      kcfi_push (writer, KCFI_ACTION_WRITE_SCOPE, scope_of (piece));
      return;
    default:
      kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece);
    }
}

/* --- Types -------------------------------------------------------------------- */

/* What TYPE is as the result or a parameter: pointers are generalized to `void
   *' with the qualifiers of what they point to, and lose their own.  Like
   Clang's, this does not look into an _Atomic.  */
static struct kcfi_piece *
generalize_type (struct kcfi_writer *writer, struct kcfi_piece *type)
{
  const struct kcfi_piece *own
      = type->kind == KCFI_PIECE_QUALIFIED ? type->child : type;
  return own->kind == KCFI_PIECE_POINTER
	     ? &writer->void_pointers[own->child->qualifiers]
	     : type;
}

static void
push_function (struct kcfi_writer *writer, struct kcfi_piece *function)
{
  kcfi_push (writer, KCFI_ACTION_WRITE_BYTES, function);
  kcfi_push_action (writer, KCFI_ACTION_LEAVE_FUNCTION);
  for (size_t i = function->count; i--;)
    kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, function->parts[i]);
  kcfi_push_action (writer, KCFI_ACTION_ENTER_FUNCTION);
  kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, function->lead);
}

/* Write what the candidate PIECE is, once.  */
static void
write_definition (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  switch (piece->kind)
    {
    case KCFI_PIECE_MODULE:
      kcfi_push (writer, KCFI_ACTION_WRITE_BYTES, piece);
      kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->scope);
      break;
    case KCFI_PIECE_ENTITY:
    case KCFI_PIECE_INSTANCE:
      write_name (writer, piece);
      break;
    case KCFI_PIECE_FUNCTION:
      push_function (writer, piece);
      break;
    case KCFI_PIECE_MEMBER:
      if (piece->child->kind == KCFI_PIECE_FUNCTION)
	{
	  /* The reader has made sure that it is this one's alone.  */
	  kcfi_push_action (writer, KCFI_ACTION_SKIP_NUMBER);
	  push_function (writer, piece->child);
	  kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->lead);
	  break;
	}
      /* FALLTHROUGH */
    default:
      kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->child);
      kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->lead);
    }
}

/* fp_, fL0p_: see the reader.  */
static void
write_parameter (struct kcfi_writer *writer, const struct kcfi_piece *piece)
{
  long depth = piece->depth + writer->functions;
  if (depth > 0)
    kcfi_text_printf (writer->out, "fL%ldp", depth - 1);
  else
    kcfi_text_add (writer->out, "fp");
  kcfi_text_add_bytes (writer->out, piece->text, piece->length);
}

static void
write_piece (struct kcfi_writer *writer, struct kcfi_piece *piece)
{
  switch (piece->kind)
    {
    case KCFI_PIECE_TEXT:
      kcfi_text_add_bytes (writer->out, piece->text, piece->length);
      return;
    case KCFI_PIECE_INTEGER:
      write_integer (writer, piece);
      return;
    case KCFI_PIECE_LIST:
      for (size_t i = piece->count; i--;)
	kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->parts[i]);
      return;
    case KCFI_PIECE_NAME:
      write_name (writer, piece->child);
      return;
    case KCFI_PIECE_PARAMETER:
      write_parameter (writer, piece);
      return;
    case KCFI_PIECE_ENCODING:
      kcfi_push_action (writer, KCFI_ACTION_LEAVE_FUNCTION);
      kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->child);
      kcfi_push_action (writer, KCFI_ACTION_ENTER_FUNCTION);
      return;
    case KCFI_PIECE_LOCAL:
      kcfi_push (writer, KCFI_ACTION_WRITE_BYTES, piece);
      kcfi_push_string (writer, "E");
      kcfi_push (writer, KCFI_ACTION_WRITE_PIECE, piece->child);
      kcfi_push_string (writer, "Z");
      return;
    default:
      if (kcfi_write_number (writer, piece))
	return;
      kcfi_push (writer, KCFI_ACTION_ADD_CANDIDATE, piece);
      write_definition (writer, piece);
    }
}

/* --- All of it ---------------------------------------------------------------- */

static void
run (struct kcfi_writer *writer)
{
  while (writer->step_count)
    {
      struct kcfi_writer_step step = writer->steps[--writer->step_count];
      switch (step.what)
	{
	case KCFI_ACTION_WRITE_PIECE:
	  write_piece (writer, step.piece);
	  break;
	case KCFI_ACTION_WRITE_SCOPE:
	  write_scope (writer, step.piece);
	  break;
	case KCFI_ACTION_WRITE_BYTES:
	  kcfi_text_add_bytes (writer->out, step.piece->text,
			       step.piece->length);
	  break;
	case KCFI_ACTION_WRITE_STRING:
	  kcfi_text_add (writer->out, step.string);
	  break;
	case KCFI_ACTION_ADD_CANDIDATE:
	  kcfi_number_piece (writer, step.piece);
	  break;
	case KCFI_ACTION_ENTER_FUNCTION:
	  writer->functions++;
	  break;
	case KCFI_ACTION_LEAVE_FUNCTION:
	  writer->functions--;
	  break;
	case KCFI_ACTION_SKIP_NUMBER:
	  writer->candidates++;
	  break;
	}
    }
  free (writer->steps);
}

/* The pieces of `K r V void', which LEADS and VOID_PIECE make up, and of the
   pointers to them.  */
static void
prepare_void_pointers (struct kcfi_writer *writer, struct kcfi_piece *leads,
		       struct kcfi_piece *void_piece,
		       struct kcfi_piece *pointer_lead)
{
  static const char *const texts[KCFI_PIECE_QUALIFIER_SETS]
      = { "", "K", "V", "VK", "r", "rK", "rV", "rVK" };
  for (unsigned set = 0; set < KCFI_PIECE_QUALIFIER_SETS; set++)
    {
      leads[set] = (struct kcfi_piece){ .kind = KCFI_PIECE_TEXT,
					.text = texts[set],
					.length = strlen (texts[set]) };
      writer->voids[set]
	  = (struct kcfi_piece){ .kind = KCFI_PIECE_QUALIFIED,
				 .qualifiers = (unsigned char) set,
				 .only_plain_qualifiers = true,
				 .lead = &leads[set],
				 .child = void_piece };
      writer->void_pointers[set]
	  = (struct kcfi_piece){ .kind = KCFI_PIECE_POINTER,
				 .lead = pointer_lead,
				 .child
				 = set ? &writer->voids[set] : void_piece };
    }
}

void
kcfi_write_remangled (struct kcfi_text *out, struct kcfi_piece *function,
		      const struct kcfi_id_options *options,
		      const struct kcfi_integer_types *integers)
{
  struct kcfi_writer writer
      = { .out = out, .options = options, .integers = integers };
  struct kcfi_piece leads[KCFI_PIECE_QUALIFIER_SETS];
  struct kcfi_piece void_piece
      = { .kind = KCFI_PIECE_TEXT, .text = "v", .length = 1 };
  struct kcfi_piece pointer_lead
      = { .kind = KCFI_PIECE_TEXT, .text = "P", .length = 1 };
  prepare_void_pointers (&writer, leads, &void_piece, &pointer_lead);
  if (options->generalize_pointers)
    for (size_t i = 0; i < function->count; i++)
      function->parts[i] = generalize_type (&writer, function->parts[i]);
  push_function (&writer, function);
  run (&writer);
}
