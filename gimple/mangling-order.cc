/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clang generates code as it parses: a global variable's initialiser and an
   external function's body when they end, local functions and variables when
   all is parsed and they are used.  Each function that is mentioned, and each
   call through a pointer, mangles a prototype, and the first mangling of an
   unnamed tag gives it the next number ($_0, $_1 ...; ItaniumMangle.cpp,
   getAnonymousStructId).  GCC's passes run over the unit's functions later and
   in another order, so the prototypes are asked for here, in Clang's order.
   What is local follows in the order of GCC's passes.  */

#include "../plugin/gcc-compat.h"
#include "mangling-order.h"
#include "prototype-ids.h"

static void
mention_function (tree decl)
{
  if (TREE_CODE (TREE_TYPE (decl)) == FUNCTION_TYPE
      && !fndecl_built_in_p (decl))
    kcfi_prototype_of_decl (decl);
}

/* A walk_tree callback.  */
static tree
mention_prototypes (tree *place, int *walk_subtrees, void *)
{
  tree node = *place;
  if (TYPE_P (node))
    *walk_subtrees = 0;
  else if (TREE_CODE (node) == FUNCTION_DECL)
    mention_function (node);
  else if (TREE_CODE (node) == CALL_EXPR && CALL_EXPR_FN (node)
	   && !get_callee_fndecl (node))
    {
      tree pointer = TREE_TYPE (CALL_EXPR_FN (node));
      if (POINTER_TYPE_P (pointer)
	  && TREE_CODE (TREE_TYPE (pointer)) == FUNCTION_TYPE
	  && prototype_p (TREE_TYPE (pointer)))
	kcfi_prototype_of_type (TREE_TYPE (pointer));
    }
  return NULL_TREE;
}

static void
on_finish_decl (void *event_data, void *)
{
  tree decl = (tree) event_data;
  if (!decl || seen_error () || !VAR_P (decl) || !TREE_PUBLIC (decl)
      || !DECL_INITIAL (decl) || DECL_INITIAL (decl) == error_mark_node)
    return;
  walk_tree_without_duplicates (&DECL_INITIAL (decl), mention_prototypes, NULL);
}

static void
on_pre_genericize (void *event_data, void *)
{
  tree decl = (tree) event_data;
  if (seen_error () || !TREE_PUBLIC (decl) || DECL_EXTERNAL (decl))
    return;
  mention_function (decl);
  walk_tree_without_duplicates (&DECL_SAVED_TREE (decl), mention_prototypes,
				NULL);
}

void
kcfi_mangling_order_start (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_FINISH_DECL, on_finish_decl, NULL);
  register_callback (plugin_name, PLUGIN_PRE_GENERICIZE, on_pre_genericize,
		     NULL);
}
