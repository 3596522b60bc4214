/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Itanium name of a type, as Clang writes it for C.

   Follows clang/lib/AST/ItaniumMangle.cpp (CXXNameMangler::mangleType and what
   it calls), reduced to what C has.  A string is written in one run.  Each
   component that the run has written before is written as S_, S0_ ..., which
   marks at the nodes of the model record.

   The walk keeps its own stack: the machine's would overflow on a type of some
   ten thousand levels.  */

#include "mangle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "type-node.h"

/* What is left to write, last entry first.  */
struct step
{
  enum
  {
    WRITE_TYPE,
    WRITE_TEXT,
    ADD_SUBSTITUTION
  } what;
  const kcfi_type *type;
  const char *text;
};

/* Normalized integers stand for their width and signedness.  */
enum
{
  NORMALIZED_KINDS = 10
};

struct mangler
{
  kcfi_type_model *model;
  struct kcfi_text *out;
  bool normalize_integers;
  uint64_t run;
  size_t substitutions;
  struct step *steps;
  size_t step_count;
  size_t step_capacity;
  bool normalized_seen[NORMALIZED_KINDS];
  size_t normalized_substitution[NORMALIZED_KINDS];
};

static void
push_step (struct mangler *mangler, struct step step)
{
  if (mangler->step_count == mangler->step_capacity)
    {
      mangler->step_capacity
	= mangler->step_capacity ? 2 * mangler->step_capacity : 32;
      mangler->steps
	= kcfi_reallocate (mangler->steps,
			   mangler->step_capacity * sizeof *mangler->steps);
    }
  mangler->steps[mangler->step_count++] = step;
}

static void
push_type (struct mangler *mangler, const kcfi_type *type)
{
  push_step (mangler, (struct step){ .what = WRITE_TYPE, .type = type });
}

static void
push_text (struct mangler *mangler, const char *text)
{
  push_step (mangler, (struct step){ .what = WRITE_TEXT, .text = text });
}

/* Write substitution NUMBER: S_, S0_ ... S9_, SA_ ... SZ_, S10_.  */

static void
write_substitution (struct mangler *mangler, size_t number)
{
  static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  char buffer[16];		/* 36^13 > 2^64.  */
  char *digit = buffer + sizeof buffer;
  *--digit = '\0';
  *--digit = '_';
  if (number > 0)
    {
      size_t rest = number - 1;
      do
	*--digit = digits[rest % 36];
      while (rest /= 36);
    }
  *--digit = 'S';
  kcfi_text_add (mangler->out, digit);
}

/* Whether a second TYPE in one name is a substitution.  */

static bool
is_candidate (const kcfi_type *type)
{
  switch (type->kind)
    {
    case KCFI_VOID:
    case KCFI_INTEGER:
      return false;
    case KCFI_BUILTIN:
      return type->substitutable;
    default:
      return true;
    }
}

static void
write_source_name (struct mangler *mangler, const char *name)
{
  kcfi_text_printf (mangler->out, "%zu", strlen (name));
  kcfi_text_add (mangler->out, name);
}

/* The vendor qualifier comes before the function or the qualifiers.  */

static void
write_vendor_qualifier (struct mangler *mangler, const char *name)
{
  kcfi_text_add (mangler->out, "U");
  write_source_name (mangler, name);
}

/* An integer under normalize-integers: u3i32 and the like, by width and
   signedness only.  Unlike a builtin it can be substituted, while what is
   built from it is not merged: pointers to int and to an equally wide long
   are two components.
   Source: CXXNameMangler::mangleType (const BuiltinType *).  */

static void
write_normalized_integer (struct mangler *mangler, const kcfi_type *type)
{
  unsigned kind = type->is_signed ? NORMALIZED_KINDS / 2 : 0;
  for (unsigned bits = type->bits; bits > 8 && kind % 5 < 4; bits /= 2)
    kind++;
  if (mangler->normalized_seen[kind])
    {
      write_substitution (mangler, mangler->normalized_substitution[kind]);
      return;
    }
  char code[16];
  int length = snprintf (code, sizeof code, "%c%u",
			 type->is_signed ? 'i' : 'u', type->bits);
  kcfi_text_printf (mangler->out, "u%d%s", length, code);
  mangler->normalized_seen[kind] = true;
  mangler->normalized_substitution[kind] = mangler->substitutions++;
}

/* The number of the unnamed TAG, by order of first mangling.  One that is
   local to a function counts within the function, but also takes a number from
   those that are not.  Source: ItaniumMangleContext::getAnonymousStructId.  */

static size_t
unnamed_number (struct mangler *mangler, const kcfi_type *tag)
{
  struct kcfi_type_marks *marks = tag->marks;
  if (!marks->has_number)
    {
      size_t *all = kcfi_model_unnamed_tags (mangler->model);
      marks->has_number = true;
      if (tag->scope == KCFI_TAG_LOCAL)
	/* With the blank no tag has this name: the counter is apart from those
	   of the discriminators.  */
	marks->number
	  = (*kcfi_model_counter (mangler->model, tag->function_identity,
				  "unnamed tags"))++;
      else
	marks->number = *all;
      ++*all;
    }
  return marks->number;
}

/* Write the discriminator of the local tag ROOT: nothing for the first of this
   identifier in the function, then _0 ... _9, __10_.  Those named by a typedef
   have no identifier, and so share one count.  Unnamed ones have their number.
   Source: ItaniumMangleContextImpl::getNextDiscriminator.  */

static void
write_discriminator (struct mangler *mangler, const kcfi_type *root)
{
  struct kcfi_type_marks *marks = root->marks;
  if (!root->text)
    return;
  if (!marks->has_number)
    {
      const char *identifier = root->name_is_typedef ? NULL : root->text;
      marks->has_number = true;
      marks->number
	= (*kcfi_model_counter (mangler->model, root->function_identity,
				identifier))++;
    }
  if (marks->number > 10)
    kcfi_text_printf (mangler->out, "__%zu_", marks->number - 1);
  else if (marks->number > 0)
    kcfi_text_printf (mangler->out, "_%zu", marks->number - 1);
}

/* The outermost tag around TAG.  */

static const kcfi_type *
root_of (const kcfi_type *tag)
{
  while (tag->scope == KCFI_TAG_MEMBER)
    tag = tag->child;
  return tag;
}

/* Write TAG's own name.  An unnamed member is Ut_ if ROOT, the outermost tag
   around it, has a name that other files know too.  */

static void
write_unqualified_name (struct mangler *mangler, const kcfi_type *tag,
			const kcfi_type *root)
{
  if (tag->text)
    write_source_name (mangler, tag->text);
  else if (!root->numbered)
    kcfi_text_add (mangler->out, "Ut_");
  else
    {
      char name[32];
      snprintf (name, sizeof name, "$_%zu", unnamed_number (mangler, tag));
      write_source_name (mangler, name);
    }
}

/* Write the tags around a member, outermost first, PARENT last.  As prefixes
   they are substitutions of their own: since Clang 22 the prefix `3out' in
   N3outUt_E is not the type `3out', in Clang 16 and 19 it is.  */

static void
write_prefix (struct mangler *mangler, const kcfi_type *parent,
	      const kcfi_type *root)
{
  size_t count = 0;
  const kcfi_type *tag = parent;
  for (; tag->marks->prefix_run != mangler->run; tag = tag->child)
    {
      count++;
      if (tag == root)
	break;
    }
  if (tag->marks->prefix_run == mangler->run)
    write_substitution (mangler, tag->marks->prefix_substitution);
  const kcfi_type **tags = kcfi_allocate (count * sizeof *tags);
  size_t i = count;
  for (tag = parent; i; tag = tag->child)
    tags[--i] = tag;
  for (; i < count; i++)
    {
      write_unqualified_name (mangler, tags[i], root);
      tags[i]->marks->prefix_run = mangler->run;
      tags[i]->marks->prefix_substitution = mangler->substitutions++;
    }
  free (tags);
}

/* 3foo, 3$_0, N3fooUt_E, Z2fnE3foo_0, ZL2fnEN3foo3$_0E.
   Source: CXXNameMangler::mangleNameWithAbiTags, mangleLocalName.  */

static void
write_tag (struct mangler *mangler, const kcfi_type *tag)
{
  const kcfi_type *root = root_of (tag);
  bool is_local = root->scope == KCFI_TAG_LOCAL;
  if (is_local)
    {
      kcfi_text_add (mangler->out, root->function_is_static ? "ZL" : "Z");
      write_source_name (mangler, root->function);
      kcfi_text_add (mangler->out, "E");
    }
  if (tag == root)
    write_unqualified_name (mangler, tag, root);
  else
    {
      kcfi_text_add (mangler->out, "N");
      write_prefix (mangler, tag->child, root);
      write_unqualified_name (mangler, tag, root);
      kcfi_text_add (mangler->out, "E");
    }
  if (is_local)
    write_discriminator (mangler, root);
}

/* U5AS256 before r V K, whatever the source's order.
   Source: CXXNameMangler::mangleQualifiers.  */

static void
write_qualifiers (struct mangler *mangler, const kcfi_type *type)
{
  if (type->text)
    write_vendor_qualifier (mangler, type->text);
  if (type->qualifiers & KCFI_RESTRICT)
    kcfi_text_add (mangler->out, "r");
  if (type->qualifiers & KCFI_VOLATILE)
    kcfi_text_add (mangler->out, "V");
  if (type->qualifiers & KCFI_CONST)
    kcfi_text_add (mangler->out, "K");
}

/* FviE, FvvE, FvzE, and FvE without a prototype.  The calling convention and
   the function type are one component.  */

static void
write_function (struct mangler *mangler, const kcfi_type *type)
{
  if (type->text)
    write_vendor_qualifier (mangler, type->text);
  kcfi_text_add (mangler->out, "F");
  push_text (mangler, "E");
  if (type->variadic)
    push_text (mangler, "z");
  else if (!type->count && type->prototyped)
    push_text (mangler, "v");
  for (size_t i = type->count; i--;)
    push_type (mangler, type->parameters[i]);
  push_type (mangler, type->child);
}

static void
write_type (struct mangler *mangler, const kcfi_type *type)
{
  struct kcfi_text *out = mangler->out;
  if (is_candidate (type))
    {
      if (type->marks->run == mangler->run)
	{
	  write_substitution (mangler, type->marks->substitution);
	  return;
	}
      push_step (mangler,
		 (struct step){ .what = ADD_SUBSTITUTION, .type = type });
    }
  switch (type->kind)
    {
    case KCFI_VOID:
      kcfi_text_add (out, "v");
      return;
    case KCFI_BUILTIN:
      kcfi_text_add (out, type->text);
      return;
    case KCFI_INTEGER:
      if (mangler->normalize_integers)
	write_normalized_integer (mangler, type);
      else
	kcfi_text_add (out, type->text);
      return;
    case KCFI_TAG:
      write_tag (mangler, type);
      return;
    case KCFI_FUNCTION:
      write_function (mangler, type);
      return;
    case KCFI_QUALIFIED:
      write_qualifiers (mangler, type);
      break;
    case KCFI_ATOMIC:
      write_vendor_qualifier (mangler, "_Atomic");
      break;
    case KCFI_POINTER:
      kcfi_text_add (out, "P");
      break;
    case KCFI_ARRAY:
      kcfi_text_add (out, "A");
      if (type->has_length)
	kcfi_text_printf (out, "%llu", (unsigned long long) type->value);
      kcfi_text_add (out, "_");
      break;
    case KCFI_VECTOR:
      kcfi_text_printf (out, "Dv%llu_", (unsigned long long) type->value);
      break;
    case KCFI_COMPLEX:
      kcfi_text_add (out, "C");
      break;
    case KCFI_TRANSPARENT:
    case KCFI_COUNTER:
      /* Not in a plain type.  */
      return;
    }
  push_type (mangler, type->child);
}

void
kcfi_mangle_type (kcfi_type_model *model, const kcfi_type *type,
		  bool normalize_integers, struct kcfi_text *out)
{
  struct mangler mangler = { .model = model,
			     .out = out,
			     .normalize_integers = normalize_integers,
			     .run = kcfi_model_new_run (model) };
  push_type (&mangler, type->plain);
  while (mangler.step_count)
    {
      struct step step = mangler.steps[--mangler.step_count];
      switch (step.what)
	{
	case WRITE_TYPE:
	  write_type (&mangler, step.type);
	  break;
	case WRITE_TEXT:
	  kcfi_text_add (out, step.text);
	  break;
	case ADD_SUBSTITUTION:
	  step.type->marks->run = mangler.run;
	  step.type->marks->substitution = mangler.substitutions++;
	  break;
	}
    }
  free (mangler.steps);
}
