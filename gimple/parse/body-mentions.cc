/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A walk over GENERIC as it comes from the C parser, in the order of Clang's
   CodeGenFunction where that is not the order of the operands: a call's
   prototype follows its arguments, the value precedes the place it is assigned
   to, a loop's step follows its body, and dead code is not looked at.  */

#include "../../plugin/gcc-compat.h"
#include <calls.h>
#include <tree-iterator.h>
#include "body-mentions.h"
#include "redeclarations.h"

struct walk
{
  tree first;
  tree *end;
  hash_set<tree> *seen; /* Of what may be shared: see first_time_p.  */
  tree *root;		/* For go_from.  */
  bool dead;		/* The code here cannot be reached.  */
};

static bool visit (struct walk *walk, tree node);
static void go (struct walk *walk, tree *place);

/* Whether VAR is a local variable of the unit: Clang generates it when it is
   mentioned.  */
static bool
local_variable_p (const_tree var)
{
  return TREE_STATIC (var) && !TREE_PUBLIC (var) && !DECL_CONTEXT (var);
}

/* Whether NODE mentions nothing.  */
static bool
leaf_p (const_tree node)
{
  switch (TREE_CODE (node))
    {
    case INTEGER_CST:
    case STRING_CST:
    case PARM_DECL:
    case FIELD_DECL:
      return true;
    case VAR_DECL:
      return !local_variable_p (node);
    default:
      return TYPE_P (node);
    }
}

/* A walk_tree callback: the node it starts from is done.  */
static tree
go_from (tree *place, int *walk_subtrees, void *data)
{
  struct walk *walk = (struct walk *) data;
  if (place == walk->root)
    return NULL_TREE;
  *walk_subtrees = 0;
  go (walk, place);
  return NULL_TREE;
}

/* Whether walk_tree goes through all the operands of NODE, and nothing else. */
static bool
plain_expression_p (const_tree node)
{
  switch (TREE_CODE_CLASS (TREE_CODE (node)))
    {
    case tcc_unary:
    case tcc_binary:
    case tcc_comparison:
    case tcc_reference:
      return true;
    case tcc_expression:
      return TREE_CODE (node) != TARGET_EXPR;
    default:
      return false;
    }
}

/* The operands of the node at PLACE in their order.  walk_tree takes its time
   over each.  */
static void
visit_operands (struct walk *walk, tree *place)
{
  if (plain_expression_p (*place))
    for (int i = 0; i < TREE_OPERAND_LENGTH (*place); i++)
      go (walk, &TREE_OPERAND (*place, i));
  else
    {
      walk->root = place;
      walk_tree (place, go_from, walk, NULL);
    }
}

static void
go (struct walk *walk, tree *place)
{
  if (*place && !leaf_p (*place) && !visit (walk, *place))
    visit_operands (walk, place);
}

/* Whether NODE was not seen yet.  Looked at once are declarations, and what GCC
   shares for good.  Other expressions that the parser shares are copied for
   each place that they stand in when the body is gimplified (copy_if_shared_r
   in gimplify.cc), so to look at them there costs no more than that.  */
static bool
first_time_p (struct walk *walk, tree node)
{
  switch (TREE_CODE (node))
    {
    case FUNCTION_DECL:
    case VAR_DECL:
    case SAVE_EXPR:
    case TARGET_EXPR:
    case BIND_EXPR:
    case STATEMENT_LIST:
      return !walk->seen->add (node);
    default:
      return true;
    }
}

/* Add MENTIONED; TYPE is what a function is declared with up to here.  */
static void
add (struct walk *walk, tree mentioned, tree type)
{
  *walk->end = build_tree_list (type, mentioned);
  walk->end = &TREE_CHAIN (*walk->end);
}

/* A walk_tree callback.  */
static tree
find_label (tree *place, int *walk_subtrees, void *)
{
  if (TYPE_P (*place) || DECL_P (*place))
    *walk_subtrees = 0;
  enum tree_code code = TREE_CODE (*place);
  return code == LABEL_EXPR || code == CASE_LABEL_EXPR ? *place : NULL_TREE;
}

/* CodeGenFunction::ContainsLabel.  */
static bool
contains_label_p (tree *place)
{
  return *place
	 && walk_tree_without_duplicates (place, find_label, NULL) != NULL_TREE;
}

static void
visit_call (struct walk *walk, tree call)
{
  go (walk, &CALL_EXPR_FN (call));
  for (int i = 0; i < call_expr_nargs (call); i++)
    go (walk, &CALL_EXPR_ARG (call, i));
  if (!CALL_EXPR_FN (call))
    return;
  tree pointer = TREE_TYPE (CALL_EXPR_FN (call));
  if (!POINTER_TYPE_P (pointer))
    return;
  tree callee = get_callee_fndecl (call);
  tree type = TREE_TYPE (pointer);
  /* Of a function and of its type alike, this is noreturn.  */
  if (TREE_THIS_VOLATILE (callee ? callee : type))
    walk->dead = true;
  if (!callee && TREE_CODE (type) == FUNCTION_TYPE && prototype_p (type))
    add (walk, type, NULL_TREE);
}

static void
visit_declaration (struct walk *walk, tree decl)
{
  if (VAR_P (decl) && !DECL_EXTERNAL (decl)
      && DECL_INITIAL (decl) != error_mark_node)
    go (walk, &DECL_INITIAL (decl));
}

static void
visit_condition (struct walk *walk, tree node)
{
  tree condition = COND_EXPR_COND (node);
  go (walk, &COND_EXPR_COND (node));
  bool constant = TREE_CODE (condition) == INTEGER_CST;
  bool before = walk->dead;
  if (!constant || !integer_zerop (condition)
      || contains_label_p (&COND_EXPR_THEN (node)))
    go (walk, &COND_EXPR_THEN (node));
  bool after_then = walk->dead;
  walk->dead = before;
  if (!constant || integer_zerop (condition)
      || contains_label_p (&COND_EXPR_ELSE (node)))
    go (walk, &COND_EXPR_ELSE (node));
  if (!constant)
    walk->dead &= after_then;
  else if (!integer_zerop (condition))
    walk->dead = after_then;
}

static void
visit_statements (struct walk *walk, tree list)
{
  for (tree_stmt_iterator place = tsi_start (list); !tsi_end_p (place);
       tsi_next (&place))
    {
      tree *statement = tsi_stmt_ptr (place);
      if (walk->dead && !contains_label_p (statement))
	continue;
      walk->dead = false;
      go (walk, statement);
    }
}

/* The operands of NODE in the order of ORDER.  */
static void
visit_in_order (struct walk *walk, tree node, const char *order)
{
  for (; *order; order++)
    go (walk, &TREE_OPERAND (node, *order - '0'));
}

/* The same; code after NODE can be reached.  */
static void
visit_loop (struct walk *walk, tree node, const char *order)
{
  visit_in_order (walk, node, order);
  walk->dead = false;
}

/* False if NODE's operands remain.  */
static bool
visit (struct walk *walk, tree node)
{
  if (!first_time_p (walk, node))
    return true;
  switch ((int) TREE_CODE (node))
    {
    case FUNCTION_DECL:
      add (walk, node, kcfi_declared_type (node));
      return true;
    case VAR_DECL:
      add (walk, node, NULL_TREE);
      return true;
    case ADDR_EXPR:
      go (walk, &TREE_OPERAND (node, 0));
      return true;
    case DECL_EXPR:
      visit_declaration (walk, DECL_EXPR_DECL (node));
      return true;
    case BIND_EXPR:
      go (walk, &BIND_EXPR_BODY (node));
      return true;
    case STATEMENT_LIST:
      visit_statements (walk, node);
      return true;
    case CALL_EXPR:
      visit_call (walk, node);
      return true;
    case COND_EXPR:
      visit_condition (walk, node);
      return true;
    case MODIFY_EXPR:
      if (AGGREGATE_TYPE_P (TREE_TYPE (node)))
	return false;
      visit_in_order (walk, node, "10");
      return true;
    case FOR_STMT:
      visit_loop (walk, node, "0132");
      return true;
    case WHILE_STMT:
    case SWITCH_STMT:
    case SWITCH_EXPR:
      visit_loop (walk, node, "01");
      return true;
    case DO_STMT:
      visit_loop (walk, node, "10");
      return true;
    case BREAK_STMT:
    case CONTINUE_STMT:
      walk->dead = true;
      return true;
    case RETURN_EXPR:
    case GOTO_EXPR:
      go (walk, &TREE_OPERAND (node, 0));
      walk->dead = true;
      return true;
    default:
      return false;
    }
}

tree
kcfi_body_mentions (tree *place)
{
  /* One for all bodies: headers have thousands of small ones.  */
  static hash_set<tree> seen;
  struct walk walk;
  walk.first = NULL_TREE;
  walk.end = &walk.first;
  walk.seen = &seen;
  walk.dead = false;
  seen.empty ();
  go (&walk, place);
  return walk.first;
}
