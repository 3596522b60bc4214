/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prototype taken apart.  */

#include "parts.h"

#include <dwarf.h>
#include <stdlib.h>

#include "../../../gimple/ids/mangle.h"
#include "../../../gimple/ids/type-node.h"
#include "types.h"
#include "walk.h"

enum
{
  MAX_STEPS = 5000
};

static void
add_part (struct kcfi_text *text, kcfi_type_model *model, const kcfi_type *type,
	  char *declaration, bool normalize_integers)
{
  kcfi_mangle_type (model, type, normalize_integers, text);
  kcfi_text_printf (text, "\t%s\n", declaration);
  free (declaration);
}

char *
audit_prototype_parts (kcfi_type_model *model, const kcfi_type *type,
		       Dwarf_Die *die, bool normalize_integers)
{
  struct kcfi_text text = { 0 };
  Dwarf_Die described = audit_described_die (die), child;
  uint64_t budget = MAX_STEPS;
  size_t number = 0;
  add_part (&text, model, type->child, audit_type_declaration (die, NULL),
	    normalize_integers);
  if (audit_first_child (&described, &child, &budget))
    do
      if (dwarf_tag (&child) == DW_TAG_formal_parameter && number < type->count)
	add_part (&text, model, type->parameters[number++],
		  audit_type_declaration (&child, dwarf_diename (&child)),
		  normalize_integers);
    while (audit_next_child (&child, &budget));
  if (type->variadic)
    kcfi_text_add (&text, "z\t...\n");
  return kcfi_text_take (&text);
}
