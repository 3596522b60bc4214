/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Itanium name of a type, as Clang writes it for C.

   Follows CXXNameMangler::mangleType of clang/lib/AST/ItaniumMangle.cpp and
   what it calls, reduced to what C has.  A string is written in one run.  Each
   component that the run has written before becomes S_, S0_ ..., which marks at
   the nodes of the model record.  */

#include "mangle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mangler.h"

void
kcfi_mangler_push (struct kcfi_mangler *mangler, struct kcfi_step step)
{
  if (mangler->step_count == mangler->step_capacity)
    {
      mangler->step_capacity
	  = mangler->step_capacity ? 2 * mangler->step_capacity : 32;
      mangler->steps = kcfi_reallocate (
	  mangler->steps, mangler->step_capacity * sizeof *mangler->steps);
    }
  mangler->steps[mangler->step_count++] = step;
}

static void
push_type (struct kcfi_mangler *mangler, const kcfi_type *type)
{
  kcfi_mangler_push (
      mangler, (struct kcfi_step){ .what = KCFI_WRITE_TYPE, .type = type });
}

static void
push_text (struct kcfi_mangler *mangler, const char *text)
{
  kcfi_mangler_push (
      mangler, (struct kcfi_step){ .what = KCFI_WRITE_TEXT, .text = text });
}

void
kcfi_mangler_push_parameters (struct kcfi_mangler *mangler,
			      const kcfi_type *function)
{
  if (function->variadic)
    push_text (mangler, "z");
  else if (!function->count && function->prototyped)
    push_text (mangler, "v");
  for (size_t i = function->count; i--;)
    push_type (mangler, function->parameters[i]);
}

/* Base 36, and S_ comes before S0_.  Source: Itanium C++ ABI 5.1.8,
   CXXNameMangler::mangleSeqID.  */
void
kcfi_write_substitution (struct kcfi_mangler *mangler, size_t number)
{
  static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  char buffer[16]; /* 36^13 > 2^64.  */
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

void
kcfi_write_source_name (struct kcfi_mangler *mangler, const char *name)
{
  kcfi_text_printf (mangler->out, "%zu", strlen (name));
  kcfi_text_add (mangler->out, name);
}

static void
write_vendor_qualifier (struct kcfi_mangler *mangler, const char *name)
{
  kcfi_text_add (mangler->out, "U");
  kcfi_write_source_name (mangler, name);
}

/* Whether a second TYPE in one name is a substitution.
   Source: isTypeSubstitutable.  */
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

/* An integer under normalize-integers: u3i32 and the like, by width and
   signedness only.  Unlike a builtin it can be substituted, while what is
   built from it is not merged: pointers to int and to an equally wide long
   are two components.
   Source: CXXNameMangler::mangleType (const BuiltinType *).  */
static void
write_normalized_integer (struct kcfi_mangler *mangler, const kcfi_type *type)
{
  /* 8, 16, 32, 64 and 128 bits, unsigned before signed.  */
  const unsigned widths = KCFI_NORMALIZED_KINDS / 2;
  unsigned width = 0;
  while (width + 1 < widths && type->bits > 8u << width)
    width++;
  unsigned kind = width + (type->is_signed ? widths : 0);
  if (mangler->normalized_seen[kind])
    {
      kcfi_write_substitution (mangler, mangler->normalized_substitution[kind]);
      return;
    }
  char code[16];
  snprintf (code, sizeof code, "%c%u", type->is_signed ? 'i' : 'u',
	    8u << width);
  kcfi_text_add (mangler->out, "u");
  kcfi_write_source_name (mangler, code);
  mangler->normalized_seen[kind] = true;
  mangler->normalized_substitution[kind] = mangler->substitutions++;
}

/* U5AS256 before r V K, whatever the source's order.
   Source: CXXNameMangler::mangleQualifiers.  */
static void
write_qualifiers (struct kcfi_mangler *mangler, const kcfi_type *type)
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
   the function type are one component: U6ms_abiFiiE.  Clang forgets the
   convention of `int f()'.  */
static void
write_function (struct kcfi_mangler *mangler, const kcfi_type *type)
{
  if (type->text && type->prototyped)
    write_vendor_qualifier (mangler, type->text);
  kcfi_text_add (mangler->out, "F");
  push_text (mangler, "E");
  kcfi_mangler_push_parameters (mangler, type);
  push_type (mangler, type->child);
}

/* Write what stands before the type that TYPE is made of, and leave that one
   for the next step; or all of TYPE.  */
static void
write_component (struct kcfi_mangler *mangler, const kcfi_type *type)
{
  struct kcfi_text *out = mangler->out;
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
      kcfi_write_tag (mangler, type);
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

static void
write_type (struct kcfi_mangler *mangler, const kcfi_type *type)
{
  if (is_candidate (type))
    {
      if (type->marks->run == mangler->run)
	{
	  kcfi_write_substitution (mangler, type->marks->substitution);
	  return;
	}
      /* Once all of it is written.  */
      kcfi_mangler_push (
	  mangler,
	  (struct kcfi_step){ .what = KCFI_ADD_SUBSTITUTION, .type = type });
    }
  write_component (mangler, type);
}

void
kcfi_run_mangler (struct kcfi_mangler *mangler, const kcfi_type *type)
{
  mangler->run = kcfi_model_new_run (mangler->model);
  push_type (mangler, type->plain);
  while (mangler->step_count)
    {
      struct kcfi_step step = mangler->steps[--mangler->step_count];
      switch (step.what)
	{
	case KCFI_WRITE_TYPE:
	  write_type (mangler, step.type);
	  break;
	case KCFI_WRITE_TEXT:
	  kcfi_text_add (mangler->out, step.text);
	  break;
	case KCFI_WRITE_LOCAL_NAME:
	  kcfi_write_local_name (mangler, step.type);
	  break;
	case KCFI_ADD_SUBSTITUTION:
	  step.type->marks->run = mangler->run;
	  step.type->marks->substitution = mangler->substitutions++;
	  break;
	}
    }
  free (mangler->steps);
}

void
kcfi_mangle_type (kcfi_type_model *model, const kcfi_type *type,
		  bool normalize_integers, struct kcfi_text *out)
{
  struct kcfi_mangler mangler = { .model = model,
				  .out = out,
				  .normalize_integers = normalize_integers };
  kcfi_run_mangler (&mangler, type);
}
