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

/* A search for conversions.  */
struct search
{
  location_t location; /* Of the innermost declaration, statement or expression
			  around that has one.  */
  tree owner;	       /* As in struct kcfi_conversion.  */
  hash_set<tree> *seen;
};

/* Note NODE, a conversion, if it makes one function pointer type of another.  */
static void
look_at_conversion (const search *search, tree node)
{
  tree operand = TREE_OPERAND (node, 0);
  tree to = pointed_prototype (TREE_TYPE (node));
  tree from = pointed_prototype (TREE_TYPE (operand));
  if (!to || !from || to == from)
    return;
  kcfi_conversion conversion;
  conversion.location = EXPR_LOCATION (node);
  if (conversion.location == UNKNOWN_LOCATION)
    conversion.location = search->location;
  conversion.from = TREE_TYPE (operand);
  conversion.to = TREE_TYPE (node);
  conversion.owner = search->owner;
  conversion.function = NULL_TREE;
  if (TREE_CODE (operand) == ADDR_EXPR
      && TREE_CODE (TREE_OPERAND (operand, 0)) == FUNCTION_DECL)
    conversion.function = TREE_OPERAND (operand, 0);
  note_conversion (&conversion);
}

static tree look_at_node (tree *place, int *walk_subtrees, void *data);

/* Look at what is at PLACE, which stands at LOCATION as far as it does not know
   better.  */
static void
look_inside (search *search, tree *place, location_t location)
{
  location_t outside = search->location;
  search->location = location;
  walk_tree (place, look_at_node, search, search->seen);
  search->location = outside;
}

static void
look_at_variable (search *search, tree decl)
{
  if (VAR_P (decl) && DECL_INITIAL (decl))
    look_inside (search, &DECL_INITIAL (decl), DECL_SOURCE_LOCATION (decl));
}

/* The parser tells of no body of a nested function: it is a part of the one that
   it is in.  */
static void
look_at_nested_function (search *search, tree decl)
{
  if (TREE_CODE (decl) == FUNCTION_DECL && DECL_SAVED_TREE (decl))
    look_inside (search, &DECL_SAVED_TREE (decl), DECL_SOURCE_LOCATION (decl));
}

/* Whether NODE is a conversion that the source does not spell out: it has its
   operand's location, which is unknown for a variable.  */
static bool
implicit_conversion_p (const_tree node)
{
  return CONVERT_EXPR_P (node)
	 && EXPR_LOCATION (node) == EXPR_LOCATION (TREE_OPERAND (node, 0));
}

/* Nobody calls what the operands of a comparison were converted to in order to
   compare them.  */
static void
look_at_comparison (search *search, tree node)
{
  for (int i = 0; i < 2; i++)
    {
      tree *operand = &TREE_OPERAND (node, i);
      if (implicit_conversion_p (*operand))
	operand = &TREE_OPERAND (*operand, 0);
      look_inside (search, operand, EXPR_LOC_OR_LOC (node, search->location));
    }
}

/* walk_tree callback; DATA is the search.  The parser gives no location to the
   conversion of a variable: its place is that of the assignment, call, return
   statement or declaration around it.  */
static tree
look_at_node (tree *place, int *walk_subtrees, void *data)
{
  search *here = (search *) data;
  tree node = *place;
  if (!EXPR_P (node))
    {
      if (TYPE_P (node))
	*walk_subtrees = 0;
      return NULL_TREE;
    }
  if (CONVERT_EXPR_P (node))
    look_at_conversion (here, node);
  if (TREE_CODE (node) == DECL_EXPR)
    look_at_nested_function (here, DECL_EXPR_DECL (node));
  if (TREE_CODE (node) == TARGET_EXPR || TREE_CODE (node) == DECL_EXPR)
    return NULL_TREE;

  *walk_subtrees = 0;
  if (COMPARISON_CLASS_P (node))
    look_at_comparison (here, node);
  else if (TREE_CODE (node) == COMPOUND_LITERAL_EXPR)
    look_at_variable (here, COMPOUND_LITERAL_EXPR_DECL (node));
  else if (TREE_CODE (node) == BIND_EXPR)
    {
      for (tree var = BIND_EXPR_VARS (node); var; var = DECL_CHAIN (var))
	look_at_variable (here, var);
      look_inside (here, &BIND_EXPR_BODY (node), here->location);
    }
  else
    for (int i = 0; i < TREE_OPERAND_LENGTH (node); i++)
      look_inside (here, &TREE_OPERAND (node, i),
		   EXPR_LOC_OR_LOC (node, here->location));
  return NULL_TREE;
}

/* Look at what is at PLACE; OWNER is as in struct kcfi_conversion.  */
static void
start_search (tree *place, location_t location, tree owner)
{
  hash_set<tree> seen;
  search search = { UNKNOWN_LOCATION, owner, &seen };
  look_inside (&search, place, location);
}

/* Local variables are looked at as a part of their function.  */
void
kcfi_conversions_see_initialiser (tree decl)
{
  if (!wanted || seen_error () || current_function_decl || !VAR_P (decl)
      || !DECL_INITIAL (decl) || DECL_INITIAL (decl) == error_mark_node)
    return;
  start_search (&DECL_INITIAL (decl), DECL_SOURCE_LOCATION (decl), NULL_TREE);
}

void
kcfi_conversions_see_body (tree decl)
{
  if (!wanted || seen_error ())
    return;
  bool may_be_unused = DECL_DECLARED_INLINE_P (decl)
		       && (!TREE_PUBLIC (decl) || DECL_EXTERNAL (decl));
  start_search (&DECL_SAVED_TREE (decl), DECL_SOURCE_LOCATION (decl),
		may_be_unused ? decl : NULL_TREE);
}
