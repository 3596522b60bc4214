/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A walk over GENERIC as it comes from the C parser, in the order of Clang's
   CodeGenFunction where that is not the order of the operands: a call's
   prototype follows its arguments, the value precedes the place it is assigned
   to, a loop's step follows its body, and dead code is not looked at.  */

#include "../plugin/gcc-compat.h"
#include "calls.h"
#include "tree-iterator.h"
#include "body-mentions.h"
#include "redeclarations.h"

struct walk
{
  tree first;
  tree *end;
  hash_set<tree> *seen; /* Of what may be shared: see first_time_p.  */
  bool dead;		/* The code here cannot be reached.  */
};

static tree visit (tree *place, int *walk_subtrees, void *data);

static void
go (struct walk *walk, tree *place)
{
  if (*place)
    walk_tree (place, visit, walk, NULL);
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
  if (call_expr_flags (call) & ECF_NORETURN)
    walk->dead = true;
  if (!CALL_EXPR_FN (call) || get_callee_fndecl (call))
    return;
  tree pointer = TREE_TYPE (CALL_EXPR_FN (call));
  if (POINTER_TYPE_P (pointer)
      && TREE_CODE (TREE_TYPE (pointer)) == FUNCTION_TYPE
      && prototype_p (TREE_TYPE (pointer)))
    add (walk, TREE_TYPE (pointer), NULL_TREE);
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

/* The operands of NODE in the order of ORDER; code after it can be reached.  */
static void
visit_loop (struct walk *walk, tree node, const char *order)
{
  for (; *order; order++)
    go (walk, &TREE_OPERAND (node, *order - '0'));
  walk->dead = false;
}

/* A walk_tree callback.  */
static tree
visit (tree *place, int *walk_subtrees, void *data)
{
  struct walk *walk = (struct walk *) data;
  tree node = *place;
  *walk_subtrees = 0;
  if (TYPE_P (node) || !first_time_p (walk, node))
    return NULL_TREE;
  switch ((int) TREE_CODE (node))
    {
    case FUNCTION_DECL:
      add (walk, node, kcfi_declared_type (node));
      break;
    case VAR_DECL:
      if (TREE_STATIC (node) && !TREE_PUBLIC (node) && !DECL_CONTEXT (node))
	add (walk, node, NULL_TREE);
      break;
    case DECL_EXPR:
      visit_declaration (walk, DECL_EXPR_DECL (node));
      break;
    case BIND_EXPR:
      go (walk, &BIND_EXPR_BODY (node));
      break;
    case STATEMENT_LIST:
      visit_statements (walk, node);
      break;
    case CALL_EXPR:
      visit_call (walk, node);
      break;
    case COND_EXPR:
      visit_condition (walk, node);
      break;
    case MODIFY_EXPR:
      if (AGGREGATE_TYPE_P (TREE_TYPE (node)))
	{
	  *walk_subtrees = 1;
	  break;
	}
      go (walk, &TREE_OPERAND (node, 1));
      go (walk, &TREE_OPERAND (node, 0));
      break;
    case FOR_STMT:
      visit_loop (walk, node, "0132");
      break;
    case WHILE_STMT:
      visit_loop (walk, node, "01");
      break;
    case DO_STMT:
      visit_loop (walk, node, "10");
      break;
    case SWITCH_STMT:
      visit_loop (walk, node, "01");
      break;
    case SWITCH_EXPR:
      visit_loop (walk, node, "01");
      break;
    case BREAK_STMT:
    case CONTINUE_STMT:
      walk->dead = true;
      break;
    case RETURN_EXPR:
    case GOTO_EXPR:
      go (walk, &TREE_OPERAND (node, 0));
      walk->dead = true;
      break;
    default:
      *walk_subtrees = 1;
      break;
    }
  return NULL_TREE;
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
