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
  tree first; /* What was mentioned, and where the next one goes.  */
  tree *end;
  hash_set<tree> *seen; /* Of what may be shared: see first_time_p.  */

  /* Whether a statement contains a label, for those that were looked at.  */
  hash_map<tree, bool> *labels;
  tree *root; /* Where visit_operands is: see visit_from.  */
  bool dead;  /* The code here cannot be reached.  */
};

/* How the code behind a statement is reached.  */
enum reach
{
  REACHED_AS_BEFORE,
  REACHED, /* A loop or a switch: in more ways than one.  */
  NOT_REACHED
};

/* The kinds of nodes with an order of their own.  */
static const struct kind
{
  int code; /* Of the C family's tree codes, too.  */
  int operand_count;
  int operands[4]; /* In Clang's order.  */
  enum reach behind;
} kinds[] = {
  { ADDR_EXPR, 1, { 0 }, REACHED_AS_BEFORE },
  { BIND_EXPR, 1, { 1 }, REACHED_AS_BEFORE },	   /* The body.  */
  { MODIFY_EXPR, 2, { 1, 0 }, REACHED_AS_BEFORE }, /* Of scalars.  */
  { FOR_STMT, 4, { 0, 1, 3, 2 }, REACHED }, /* init, condition, body, step  */
  { WHILE_STMT, 2, { 0, 1 }, REACHED },
  { DO_STMT, 2, { 1, 0 }, REACHED },
  { SWITCH_STMT, 2, { 0, 1 }, REACHED },
  { SWITCH_EXPR, 2, { 0, 1 }, REACHED },
  { BREAK_STMT, 0, {}, NOT_REACHED },
  { CONTINUE_STMT, 0, {}, NOT_REACHED },
  { RETURN_EXPR, 1, { 0 }, NOT_REACHED },
  { GOTO_EXPR, 1, { 0 }, NOT_REACHED },
};

/* The row of NODE's kind, or NULL.  Asked for each expression of each function.  */
static const struct kind *
kind_of (const_tree node)
{
  static const struct kind *by_code[MAX_TREE_CODES];
  if (!by_code[ADDR_EXPR])
    for (size_t i = 0; i < ARRAY_SIZE (kinds); i++)
      by_code[kinds[i].code] = &kinds[i];
  return by_code[TREE_CODE (node)];
}

static bool visit_node (struct walk *walk, tree node);
static void visit_place (struct walk *walk, tree *place);

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

/* A walk_tree callback: the node it starts from is done.  Of a list walk_tree
   goes on to the next link by itself, whatever is said about subtrees; so only
   what the link itself holds is visited here.  */
static tree
visit_from (tree *place, int *walk_subtrees, void *data)
{
  struct walk *walk = (struct walk *) data;
  if (place == walk->root)
    return NULL_TREE;
  *walk_subtrees = 0;
  if (TREE_CODE (*place) == TREE_LIST)
    visit_place (walk, &TREE_VALUE (*place));
  else if (TREE_CODE (*place) == OMP_CLAUSE)
    for (int i = 0; i < omp_clause_num_ops[OMP_CLAUSE_CODE (*place)]; i++)
      visit_place (walk, &OMP_CLAUSE_OPERAND (*place, i));
  else
    visit_place (walk, place);
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
      visit_place (walk, &TREE_OPERAND (*place, i));
  else
    {
      walk->root = place;
      walk_tree (place, visit_from, walk, NULL);
    }
}

static void
visit_place (struct walk *walk, tree *place)
{
  if (*place && !leaf_p (*place) && !visit_node (walk, *place))
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
append_mention (struct walk *walk, tree mentioned, tree type)
{
  *walk->end = build_tree_list (type, mentioned);
  walk->end = &TREE_CHAIN (*walk->end);
}

static bool contains_label_p (struct walk *walk, tree *place);

/* Whether NODE may have statements inside.  */
static bool
has_statements_p (const_tree node)
{
  enum tree_code code = TREE_CODE (node);
  if (code == STATEMENT_LIST || code == BIND_EXPR || code == COND_EXPR)
    return true;
  const struct kind *kind = kind_of (node);
  return kind && kind->behind == REACHED;
}

/* A walk_tree callback.  What has statements inside is asked for itself, so that
   the answer is kept: code in dead code is looked at from each level.  */
static tree
find_label (tree *place, int *walk_subtrees, void *data)
{
  struct walk *walk = (struct walk *) data;
  tree node = *place;
  if (TYPE_P (node) || DECL_P (node))
    *walk_subtrees = 0;
  enum tree_code code = TREE_CODE (node);
  if (code == LABEL_EXPR || code == CASE_LABEL_EXPR)
    return node;
  if (place == walk->root || !has_statements_p (node))
    return NULL_TREE;
  *walk_subtrees = 0;
  return contains_label_p (walk, place) ? node : NULL_TREE;
}

/* CodeGenFunction::ContainsLabel.  */
static bool
contains_label_p (struct walk *walk, tree *place)
{
  if (!*place)
    return false;
  if (bool *known = walk->labels->get (*place))
    return *known;
  tree *root = walk->root;
  walk->root = place;
  bool contains
      = walk_tree_without_duplicates (place, find_label, walk) != NULL_TREE;
  walk->root = root;
  walk->labels->put (*place, contains);
  return contains;
}

static void
visit_call (struct walk *walk, tree call)
{
  visit_place (walk, &CALL_EXPR_FN (call));
  for (int i = 0; i < call_expr_nargs (call); i++)
    visit_place (walk, &CALL_EXPR_ARG (call, i));
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
    append_mention (walk, type, NULL_TREE);
}

static void
visit_declaration (struct walk *walk, tree decl)
{
  if (VAR_P (decl) && !DECL_EXTERNAL (decl)
      && DECL_INITIAL (decl) != error_mark_node)
    visit_place (walk, &DECL_INITIAL (decl));
}

static void
visit_condition (struct walk *walk, tree node)
{
  tree condition = COND_EXPR_COND (node);
  visit_place (walk, &COND_EXPR_COND (node));
  bool constant = TREE_CODE (condition) == INTEGER_CST;
  bool before = walk->dead;
  if (!constant || !integer_zerop (condition)
      || contains_label_p (walk, &COND_EXPR_THEN (node)))
    visit_place (walk, &COND_EXPR_THEN (node));
  bool after_then = walk->dead;
  walk->dead = before;
  if (!constant || integer_zerop (condition)
      || contains_label_p (walk, &COND_EXPR_ELSE (node)))
    visit_place (walk, &COND_EXPR_ELSE (node));
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
      if (walk->dead && !contains_label_p (walk, statement))
	continue;
      walk->dead = false;
      visit_place (walk, statement);
    }
}

/* If NODE has an order of its own, visit its operands.  */
static bool
visit_in_order (struct walk *walk, tree node)
{
  const struct kind *kind = kind_of (node);
  if (!kind)
    return false;
  for (int i = 0; i < kind->operand_count; i++)
    visit_place (walk, &TREE_OPERAND (node, kind->operands[i]));
  if (kind->behind != REACHED_AS_BEFORE)
    walk->dead = kind->behind == NOT_REACHED;
  return true;
}

/* False if NODE's operands remain.  */
static bool
visit_node (struct walk *walk, tree node)
{
  if (!first_time_p (walk, node))
    return true;
  switch (TREE_CODE (node))
    {
    case FUNCTION_DECL:
      append_mention (walk, node, kcfi_declared_type (node));
      return true;
    case VAR_DECL:
      append_mention (walk, node, NULL_TREE);
      return true;
    case DECL_EXPR:
      visit_declaration (walk, DECL_EXPR_DECL (node));
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
      return !AGGREGATE_TYPE_P (TREE_TYPE (node))
	     && visit_in_order (walk, node);
    default:
      return visit_in_order (walk, node);
    }
}

tree
kcfi_body_mentions (tree *place)
{
  /* One for all bodies: headers have thousands of small ones.  */
  static hash_set<tree> seen;
  static hash_map<tree, bool> labels;
  struct walk walk;
  walk.first = NULL_TREE;
  walk.end = &walk.first;
  walk.seen = &seen;
  walk.labels = &labels;
  walk.root = NULL;
  walk.dead = false;
  if (!seen.is_empty ())
    seen.empty ();
  if (!labels.is_empty ())
    labels.empty ();
  visit_place (&walk, place);
  return walk.first;
}
