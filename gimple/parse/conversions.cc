/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversions of function pointers, noted while the source is read.  */

#include "../../plugin/gcc-compat.h"
#include "conversions.h"
#include "unit-notes.h"

static bool wanted;

void
kcfi_conversions_start (void)
{
  wanted = true;
}

/* What the note of a conversion consists of: a TREE_VEC behind its owner.  */
enum part
{
  PART_LOCATION,
  PART_FROM,
  PART_TO,
  PART_FUNCTION,
  PARTS
};

static void
note_conversion (const kcfi_conversion *conversion)
{
  tree parts = make_tree_vec (PARTS);
  TREE_VEC_ELT (parts, PART_LOCATION)
      = build_int_cst (size_type_node, conversion->location);
  TREE_VEC_ELT (parts, PART_FROM) = conversion->from;
  TREE_VEC_ELT (parts, PART_TO) = conversion->to;
  TREE_VEC_ELT (parts, PART_FUNCTION) = conversion->function;
  kcfi_push_note (KCFI_NOTE_CONVERSIONS, conversion->owner, parts);
}

void
kcfi_noted_conversions (void (*visit) (const kcfi_conversion *))
{
  tree notes = nreverse (kcfi_take_note (KCFI_NOTE_CONVERSIONS));
  for (tree note = notes; note; note = TREE_CHAIN (note))
    {
      tree parts = TREE_VALUE (note);
      kcfi_conversion conversion;
      conversion.owner = TREE_PURPOSE (note);
      conversion.location
	  = (location_t) tree_to_uhwi (TREE_VEC_ELT (parts, PART_LOCATION));
      conversion.from = TREE_VEC_ELT (parts, PART_FROM);
      conversion.to = TREE_VEC_ELT (parts, PART_TO);
      conversion.function = TREE_VEC_ELT (parts, PART_FUNCTION);
      visit (&conversion);
    }
}

/* The function type that TYPE, a pointer to a prototyped one, points to; or
   NULL_TREE.  */
static tree
pointed_prototype (const_tree type)
{
  if (!POINTER_TYPE_P (type) || TREE_CODE (TREE_TYPE (type)) != FUNCTION_TYPE
      || !prototype_p (TREE_TYPE (type)))
    return NULL_TREE;
  return TREE_TYPE (type);
}

/* Where a conversion is looked for.  */
struct conversion_place
{
  location_t location; /* If the tree knows none.  */
  tree owner;	       /* As in struct kcfi_conversion.  */
};

/* walk_tree callback: note *PLACE if it converts one function pointer type into
   another.  DATA is a conversion_place.  */
static tree
look_at_conversion (tree *place, int *walk_subtrees, void *data)
{
  tree node = *place;
  if (TYPE_P (node))
    *walk_subtrees = 0;
  if (!CONVERT_EXPR_P (node))
    return NULL_TREE;
  tree operand = TREE_OPERAND (node, 0);
  tree to = pointed_prototype (TREE_TYPE (node));
  tree from = pointed_prototype (TREE_TYPE (operand));
  if (!to || !from || to == from)
    return NULL_TREE;
  const conversion_place *where = (const conversion_place *) data;
  kcfi_conversion conversion;
  conversion.location = EXPR_LOCATION (node);
  if (conversion.location == UNKNOWN_LOCATION)
    conversion.location = where->location;
  conversion.from = TREE_TYPE (operand);
  conversion.to = TREE_TYPE (node);
  conversion.owner = where->owner;
  conversion.function = NULL_TREE;
  if (TREE_CODE (operand) == ADDR_EXPR
      && TREE_CODE (TREE_OPERAND (operand, 0)) == FUNCTION_DECL)
    conversion.function = TREE_OPERAND (operand, 0);
  note_conversion (&conversion);
  return NULL_TREE;
}

void
kcfi_conversions_see_initialiser (tree decl)
{
  if (!wanted || seen_error () || !VAR_P (decl) || !DECL_INITIAL (decl)
      || DECL_INITIAL (decl) == error_mark_node
      || (!TREE_STATIC (decl) && !DECL_EXTERNAL (decl)))
    return;
  conversion_place place = { DECL_SOURCE_LOCATION (decl), NULL_TREE };
  walk_tree_without_duplicates (&DECL_INITIAL (decl), look_at_conversion,
				&place);
}

void
kcfi_conversions_see_body (tree decl)
{
  if (!wanted || seen_error ())
    return;
  bool may_be_unused = DECL_DECLARED_INLINE_P (decl)
		       && (!TREE_PUBLIC (decl) || DECL_EXTERNAL (decl));
  conversion_place place
      = { DECL_SOURCE_LOCATION (decl), may_be_unused ? decl : NULL_TREE };
  walk_tree_without_duplicates (&DECL_SAVED_TREE (decl), look_at_conversion,
				&place);
}
