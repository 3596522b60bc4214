/* SPDX-License-Identifier: GPL-3.0-or-later */
/* C types and their declarators.  */

#include "c-type.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *
needed (void *memory)
{
  if (!memory)
    {
      fputs ("out of memory\n", stderr);
      exit (2);
    }
  return memory;
}

char *
c_text (const char *format, ...)
{
  va_list arguments, again;
  va_start (arguments, format);
  va_copy (again, arguments);
  int length = vsnprintf (NULL, 0, format, arguments);
  char *text = needed (malloc ((size_t) length + 1));
  vsnprintf (text, (size_t) length + 1, format, again);
  va_end (again);
  va_end (arguments);
  return text;
}

struct c_type *
c_type_new (enum c_kind kind, const char *words)
{
  struct c_type *type = needed (calloc (1, sizeof *type));
  type->kind = kind;
  type->words = words;
  return type;
}

const struct c_type *
c_qualified (const struct c_type *type, unsigned qualifiers)
{
  if ((type->qualifiers | qualifiers) == type->qualifiers)
    return type;
  struct c_type *copy = c_type_new (type->kind, type->words);
  *copy = *type;
  copy->qualifiers |= qualifiers;
  return copy;
}

const struct c_type *
c_resolve (const struct c_type *type, unsigned *qualifiers)
{
  unsigned all = type->qualifiers;
  while (type->kind == C_TYPEDEF)
    {
      type = type->inner;
      all |= type->qualifiers;
    }
  if (qualifiers)
    *qualifiers = all;
  return type;
}

bool
c_complete (const struct c_type *type)
{
  type = c_resolve (type, NULL);
  switch (type->kind)
    {
    case C_VOID:
    case C_FUNCTION:
      return false;
    case C_TAG:
      return type->complete;
    case C_ARRAY:
      return type->bounds[0] != '\0' && c_complete (type->inner);
    default:
      return true;
    }
}

/* The qualifiers as words, each with a space behind it.  */
static char *
qualifier_words (unsigned qualifiers)
{
  static const char *const words[C_QUALIFIER_COUNT]
    = { "const", "volatile", "restrict", "_Atomic", "__seg_gs", "__seg_fs" };
  char *text = c_text ("%s", "");
  for (unsigned i = 0; i < C_QUALIFIER_COUNT; i++)
    if (qualifiers & (1u << i))
      text = c_text ("%s%s ", text, words[i]);
  return text;
}

static char *
parameter_list (const struct c_type *function, const char *prefix)
{
  if (function->count == 0)
    return c_text ("%s", function->prototyped ? "void" : "");
  char *list = c_text ("%s", "");
  for (size_t i = 0; i < function->count; i++)
    {
      char *name = c_text ("%s", "");
      if (i == 0 && function->names_bound)
	name = c_text ("n");
      else if (prefix)
	name = c_text ("%s%zu", prefix, i);
      char *one = c_declaration (function->parameters[i], name, NULL);
      list = c_text ("%s%s%s", list, i ? ", " : "", one);
    }
  return function->variadic ? c_text ("%s, ...", list) : list;
}

static bool
needs_parentheses (const struct c_type *target)
{
  return target->kind == C_ARRAY || target->kind == C_FUNCTION;
}

char *
c_declaration (const struct c_type *type, const char *name,
	       const char *prefix)
{
  char *declarator = c_text ("%s", name);
  for (;; type = type->inner)
    switch (type->kind)
      {
      case C_POINTER:
	declarator
	  = c_text ("%s%s*%s%s", type->attributes ? type->attributes : "",
		    type->attributes ? " " : "",
		    qualifier_words (type->qualifiers), declarator);
	if (needs_parentheses (type->inner))
	  declarator = c_text ("(%s)", declarator);
	break;
      case C_ARRAY:
	declarator = c_text ("%s[%s]", declarator, type->bounds);
	break;
      case C_FUNCTION:
	declarator
	  = c_text ("%s (%s)", declarator, parameter_list (type, prefix));
	prefix = NULL;
	break;
      default:
	return c_text ("%s%s%s%s", qualifier_words (type->qualifiers),
		       type->words, declarator[0] ? " " : "", declarator);
      }
}
