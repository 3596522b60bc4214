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
  PART_WRITTEN,
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
  TREE_VEC_ELT (parts, PART_WRITTEN) = conversion->written;
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
      conversion.written = TREE_VEC_ELT (parts, PART_WRITTEN);
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
  tree owner, written; /* As in struct kcfi_conversion.  */
  hash_set<tree> *seen;
};

/* Note that NODE, of type pointer FROM, becomes the type TO at LOCATION if those are
   pointers to unlike prototyped functions.  */
static void
look_at_pair (const search *search, tree node, tree from, tree to,
	      location_t location)
{
  tree one = pointed_prototype (from);
  tree other = pointed_prototype (to);
  if (!one || !other || one == other)
    return;
  kcfi_conversion conversion;
  conversion.location
      = location == UNKNOWN_LOCATION ? search->location : location;
  conversion.from = from;
  conversion.to = to;
  conversion.owner = search->owner;
  conversion.written = search->written;
  conversion.function = NULL_TREE;
  if (TREE_CODE (node) == ADDR_EXPR
      && TREE_CODE (TREE_OPERAND (node, 0)) == FUNCTION_DECL)
    conversion.function = TREE_OPERAND (node, 0);
  note_conversion (&conversion);
}

/* Note NODE, a conversion, if it makes one function pointer type of another.  */
static void
look_at_conversion (const search *search, tree node)
{
  tree operand = TREE_OPERAND (node, 0);
  look_at_pair (search, operand, TREE_TYPE (operand), TREE_TYPE (node),
		EXPR_LOCATION (node));
}

/* NODE without conversions down to the first function pointer.  */
static tree
converted_pointer (tree node)
{
  while (CONVERT_EXPR_P (node) && !pointed_prototype (TREE_TYPE (node)))
    node = TREE_OPERAND (node, 0);
  return node;
}

/* Which argument of the built-in function CODE goes where its first one points to;
   0 if none does.  These are what the parser makes of __atomic_store_n and its
   like, by the size of what is stored, with integers for arguments.  */
static unsigned
stored_argument (built_in_function code)
{
  switch (code)
    {
    case BUILT_IN_ATOMIC_STORE_4:
    case BUILT_IN_ATOMIC_STORE_8:
    case BUILT_IN_ATOMIC_EXCHANGE_4:
    case BUILT_IN_ATOMIC_EXCHANGE_8:
    case BUILT_IN_SYNC_LOCK_TEST_AND_SET_4:
    case BUILT_IN_SYNC_LOCK_TEST_AND_SET_8:
      return 1;
    case BUILT_IN_ATOMIC_COMPARE_EXCHANGE_4:
    case BUILT_IN_ATOMIC_COMPARE_EXCHANGE_8:
    case BUILT_IN_SYNC_BOOL_COMPARE_AND_SWAP_4:
    case BUILT_IN_SYNC_BOOL_COMPARE_AND_SWAP_8:
    case BUILT_IN_SYNC_VAL_COMPARE_AND_SWAP_4:
    case BUILT_IN_SYNC_VAL_COMPARE_AND_SWAP_8:
      return 2;
    default:
      return 0;
    }
}

/* Note what the call NODE stores in a function pointer of another type.  */
static void
look_at_store (const search *search, tree node)
{
  tree function = get_callee_fndecl (node);
  if (!function || !fndecl_built_in_p (function, BUILT_IN_NORMAL))
    return;
  unsigned argument = stored_argument (DECL_FUNCTION_CODE (function));
  if (argument == 0 || argument >= (unsigned) call_expr_nargs (node))
    return;
  tree place = CALL_EXPR_ARG (node, 0);
  while (CONVERT_EXPR_P (place))
    place = TREE_OPERAND (place, 0);
  tree value = converted_pointer (CALL_EXPR_ARG (node, argument));
  if (POINTER_TYPE_P (TREE_TYPE (place)))
    look_at_pair (search, value, TREE_TYPE (value),
		  TREE_TYPE (TREE_TYPE (place)), EXPR_LOCATION (node));
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
  if (TREE_CODE (node) == CALL_EXPR)
    look_at_store (here, node);
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

/* Look at what is at PLACE; OWNER and WRITTEN are as in struct kcfi_conversion.  */
static void
start_search (tree *place, location_t location, tree owner, tree written)
{
  hash_set<tree> seen;
  search search = { UNKNOWN_LOCATION, owner, written, &seen };
  look_inside (&search, place, location);
}

/* Local variables are looked at as a part of their function.  */
void
kcfi_conversions_see_initialiser (tree decl)
{
  if (!wanted || seen_error () || current_function_decl || !VAR_P (decl)
      || !DECL_INITIAL (decl) || DECL_INITIAL (decl) == error_mark_node)
    return;
  start_search (&DECL_INITIAL (decl), DECL_SOURCE_LOCATION (decl), NULL_TREE,
		NULL_TREE);
}

void
kcfi_conversions_see_body (tree decl)
{
  if (!wanted || seen_error ())
    return;
  bool may_be_unused = DECL_DECLARED_INLINE_P (decl)
		       && (!TREE_PUBLIC (decl) || DECL_EXTERNAL (decl));
  tree written = NULL_TREE;
  if (DECL_CXX_CONSTRUCTOR_P (decl) || DECL_CXX_DESTRUCTOR_P (decl))
    written = DECL_ABSTRACT_ORIGIN (decl) ? DECL_ABSTRACT_ORIGIN (decl) : decl;
  start_search (&DECL_SAVED_TREE (decl), DECL_SOURCE_LOCATION (decl),
		may_be_unused ? decl : NULL_TREE, written);
}
