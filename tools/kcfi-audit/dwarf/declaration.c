/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A DIE as a C declaration, with the names of typedefs as in the source:

     ssize_t vfs_read (struct file *file, char *buf, size_t count)
     int (void *, void (*)(int))

   A declarator is built from the inside out, as C is read.  Length and depth
   are bounded: prototypes made of prototypes can be exponentially long.  */

#include <dwarf.h>
#include <stdlib.h>
#include <string.h>

#include "../../../plugin/base/text.h"
#include "types.h"
#include "walk.h"

enum
{
  MAX_LENGTH = 1000,
  MAX_DEPTH = 40,
  MAX_STEPS = 2000
};

struct printer
{
  unsigned depth;
  uint64_t budget;
};

static char *print_type (struct printer *printer, Dwarf_Die *die,
			 const char *declarator);

/* FORMAT with DECLARATOR; too long ones become "...".  */

static char *
cut_text (struct kcfi_text *text)
{
  if (text->length > MAX_LENGTH)
    {
      kcfi_text_free (text);
      kcfi_text_add (text, "...");
    }
  return kcfi_text_take (text);
}

/* SPECIFIER before DECLARATOR, with a blank unless it is empty.  */

static char *
join_parts (const char *specifier, const char *declarator)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s%s%s", specifier, *declarator ? " " : "",
		    declarator);
  return cut_text (&text);
}

static char *
print_part (struct printer *printer, Dwarf_Die *die, const char *declarator)
{
  Dwarf_Die part;
  if (!audit_type_of (die, &part))
    return join_parts ("void", declarator);
  return print_type (printer, &part, declarator);
}

/* Qualifiers of a pointer stand in the declarator: `int *const p'; others
   before the type: `const int *p'.  */

static char *
print_qualified (struct printer *printer, Dwarf_Die *die,
		 const char *declarator, const char *qualifier)
{
  Dwarf_Die part, peeled;
  struct kcfi_text text = { 0 };
  bool pointer = audit_type_of (die, &part);
  if (pointer)
    {
      peeled = part;
      for (unsigned i = 0; i < MAX_DEPTH; i++)
	{
	  int tag = dwarf_tag (&peeled);
	  if ((tag != DW_TAG_const_type && tag != DW_TAG_volatile_type
	       && tag != DW_TAG_restrict_type)
	      || !audit_type_of (&peeled, &peeled))
	    break;
	}
      pointer = dwarf_tag (&peeled) == DW_TAG_pointer_type;
    }
  if (pointer)
    {
      kcfi_text_printf (&text, "%s%s%s", qualifier, *declarator ? " " : "",
			declarator);
      char *inner = cut_text (&text);
      char *result = print_part (printer, die, inner);
      free (inner);
      return result;
    }
  char *inner = print_part (printer, die, declarator);
  kcfi_text_printf (&text, "%s %s", qualifier, inner);
  free (inner);
  return cut_text (&text);
}

static char *
print_pointer (struct printer *printer, Dwarf_Die *die, const char *declarator)
{
  Dwarf_Die part;
  int tag = audit_type_of (die, &part) ? dwarf_tag (&part) : 0;
  bool brackets = tag == DW_TAG_subroutine_type || tag == DW_TAG_array_type;
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s*%s%s", brackets ? "(" : "", declarator,
		    brackets ? ")" : "");
  char *inner = cut_text (&text);
  char *result = print_part (printer, die, inner);
  free (inner);
  return result;
}

static char *
print_array (struct printer *printer, Dwarf_Die *die, const char *declarator)
{
  struct kcfi_text text = { 0 };
  kcfi_text_add (&text, declarator);
  Dwarf_Die child;
  if (audit_first_child (die, &child, &printer->budget))
    do
      {
	Dwarf_Attribute attribute;
	Dwarf_Word word;
	if (dwarf_attr (&child, DW_AT_count, &attribute)
	    && dwarf_formudata (&attribute, &word) == 0)
	  kcfi_text_printf (&text, "[%llu]", (unsigned long long) word);
	else if (dwarf_attr (&child, DW_AT_upper_bound, &attribute)
		 && dwarf_formudata (&attribute, &word) == 0)
	  kcfi_text_printf (&text, "[%llu]", (unsigned long long) word + 1);
	else
	  kcfi_text_add (&text, "[]");
      }
    while (audit_next_child (&child, &printer->budget));
  char *inner = cut_text (&text);
  char *result = print_part (printer, die, inner);
  free (inner);
  return result;
}

/* Append the parameter list of DIE to TEXT.  */

static void
print_parameters (struct printer *printer, Dwarf_Die *die, bool with_names,
		  struct kcfi_text *text)
{
  Dwarf_Die described = audit_described_die (die), child;
  unsigned count = 0;
  kcfi_text_add (text, "(");
  if (audit_first_child (&described, &child, &printer->budget))
    do
      {
	int tag = dwarf_tag (&child);
	if (tag == DW_TAG_formal_parameter)
	  {
	    const char *name = with_names ? dwarf_diename (&child) : NULL;
	    char *parameter = print_part (printer, &child, name ? name : "");
	    kcfi_text_printf (text, "%s%s", count ? ", " : "", parameter);
	    free (parameter);
	    count++;
	  }
	else if (tag == DW_TAG_unspecified_parameters && count)
	  kcfi_text_add (text, ", ...");
      }
    while (text->length < MAX_LENGTH
	   && audit_next_child (&child, &printer->budget));
  if (!count && audit_flag_of (die, DW_AT_prototyped))
    kcfi_text_add (text, "void");
  kcfi_text_add (text, ")");
}

static char *
print_function (struct printer *printer, Dwarf_Die *die, const char *declarator,
		bool with_names)
{
  struct kcfi_text text = { 0 };
  bool named = *declarator && declarator[0] != '(';
  kcfi_text_printf (&text, "%s%s", declarator, named ? " " : "");
  print_parameters (printer, die, with_names, &text);
  char *inner = cut_text (&text);
  char *result = print_part (printer, die, inner);
  free (inner);
  return result;
}

static char *
print_tag (Dwarf_Die *die, const char *keyword, const char *declarator)
{
  const char *name = dwarf_diename (die);
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s %s", keyword, name ? name : "{...}");
  char *specifier = cut_text (&text);
  char *result = join_parts (specifier, declarator);
  free (specifier);
  return result;
}

static char *
print_by_tag (struct printer *printer, Dwarf_Die *die, const char *declarator)
{
  const char *name;
  switch (dwarf_tag (die))
    {
    case DW_TAG_pointer_type:
      return print_pointer (printer, die, declarator);
    case DW_TAG_const_type:
      return print_qualified (printer, die, declarator, "const");
    case DW_TAG_volatile_type:
      return print_qualified (printer, die, declarator, "volatile");
    case DW_TAG_restrict_type:
      return print_qualified (printer, die, declarator, "restrict");
    case DW_TAG_atomic_type:
      return print_qualified (printer, die, declarator, "_Atomic");
    case DW_TAG_array_type:
      return print_array (printer, die, declarator);
    case DW_TAG_subroutine_type:
      return print_function (printer, die, declarator, false);
    case DW_TAG_structure_type:
      return print_tag (die, "struct", declarator);
    case DW_TAG_union_type:
      return print_tag (die, "union", declarator);
    case DW_TAG_enumeration_type:
      return print_tag (die, "enum", declarator);
    default:
      name = dwarf_diename (die);
      return join_parts (name ? name : "?", declarator);
    }
}

static char *
print_type (struct printer *printer, Dwarf_Die *die, const char *declarator)
{
  if (printer->depth >= MAX_DEPTH)
    return kcfi_duplicate ("...");
  printer->depth++;
  char *result = print_by_tag (printer, die, declarator);
  printer->depth--;
  return result;
}

char *
audit_declaration (Dwarf_Die *die, const char *name, bool with_names)
{
  struct printer printer = { .budget = MAX_STEPS };
  return print_function (&printer, die, name ? name : "", with_names);
}

char *
audit_type_declaration (Dwarf_Die *die, const char *name)
{
  struct printer printer = { .budget = MAX_STEPS };
  return print_part (&printer, die, name ? name : "");
}
