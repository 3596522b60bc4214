/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of thunks.  own-thunks.h shows them.  */

#include "../../plugin/gcc-compat.h"
#include "own-thunks.h"
#include "table-slots.h"
#include "virtual-slots.h"
#include <alloc-pool.h>
#include <symbol-summary.h>
#include <symtab-thunks.h>

typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;

static const struct kcfi_introducer_rules *introducer_rules;

/* What copies are for, by their DECL_UIDs.  */
static hash_map<uid_hash, tree> *introducers_of_copies;

/* The copies, by their assembler names.  */
static hash_map<nofree_string_hash, tree> *copies;

/* The introducers of DECL that need ids of their own, into NEEDED.  False if they
   are fewer than two.  */
static bool
find_unlike_introducers (tree decl, auto_vec<tree> &needed)
{
  auto_vec<tree> introducers;
  kcfi_find_introducers (decl, introducers);
  for (unsigned i = 0; i < introducers.length (); i++)
    {
      bool known = !introducer_rules->checked (introducers[i]);
      for (unsigned j = 0; j < needed.length (); j++)
	known |= introducer_rules->id (needed[j])
		 == introducer_rules->id (introducers[i]);
      if (!known)
	needed.safe_push (introducers[i]);
    }
  return needed.length () > 1;
}

/* THUNK would need two ids, as ONE and OTHER, and has no copies.  */
static void
report_two_ids (tree thunk, tree one, tree other)
{
  auto_diagnostic_group group;
  error_at (
      DECL_SOURCE_LOCATION (thunk),
      "KCFI: with %<virtual=class%> one thunk of %qD would need two ids:"
      " it is reached as %qD and as %qD; override them in two classes, give"
      " one of them attribute %<kcfi_prebuilt%>, or use %<virtual=name%>",
      thunk, one, other);
  inform (DECL_SOURCE_LOCATION (one), "%qD is declared here", one);
  inform (DECL_SOURCE_LOCATION (other), "%qD is declared here", other);
}

/* The copy of THUNK for INTRODUCER, declared.  */
static tree
declare_copy (tree thunk, tree introducer)
{
  char suffix[24];
  snprintf (suffix, sizeof suffix, ".kcfi%08x",
	    introducer_rules->id (introducer));
  const char *symbol = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (thunk));
  char *name = concat (symbol, suffix, NULL);
  if (tree *known = copies->get (name))
    {
      free (name);
      return *known;
    }
  tree copy = copy_node (thunk);
  DECL_CHAIN (copy) = NULL_TREE;
  DECL_NAME (copy) = get_identifier (name);
  SET_DECL_ASSEMBLER_NAME (copy, get_identifier (name));
  SET_DECL_RTL (copy, NULL);
  DECL_STRUCT_FUNCTION (copy) = NULL;
  DECL_EXTERNAL (copy) = 1;
  TREE_ASM_WRITTEN (copy) = 0;
  copies->put (name, copy);
  introducers_of_copies->put (DECL_UID (copy), introducer);
  cgraph_node::get_create (copy);
  return copy;
}

/* Parameters are of one function.  */
static void
copy_parameters (tree copy)
{
  tree *end = &DECL_ARGUMENTS (copy);
  for (tree parameter = *end; parameter; parameter = DECL_CHAIN (parameter))
    {
      tree own = copy_node (parameter);
      DECL_CONTEXT (own) = copy;
      *end = own;
      end = &DECL_CHAIN (own);
    }
}

/* Define the copy of THUNK, which is defined here, for INTRODUCER.  */
static void
define_copy (cgraph_node *thunk, tree introducer)
{
  tree copy = declare_copy (thunk->decl, introducer);
  const thunk_info *info = thunk_info::get (thunk);
  tree virtual_offset = info->virtual_offset_p
			    ? build_int_cst (ssizetype, info->virtual_value)
			    : NULL_TREE;
  DECL_EXTERNAL (copy) = 0;
  copy_parameters (copy);
  cgraph_node *node = thunk->create_thunk (
      copy, NULL_TREE, info->this_adjusting, info->fixed_offset,
      info->virtual_value, info->indirect_offset, virtual_offset,
      thunk->callees->callee->decl);
  node->forced_by_abi = thunk->forced_by_abi;
  if (thunk->same_comdat_group)
    node->add_to_same_comdat_group (thunk);
  if (thunk->get_section ())
    {
      node->set_section (*thunk);
      node->implicit_section = thunk->implicit_section;
    }
  node->analyze ();
}

/* The function whose address VALUE, of a table, is; NULL_TREE if it is none.  */
static tree
function_in_slot (tree value)
{
  while (CONVERT_EXPR_P (value))
    value = TREE_OPERAND (value, 0);
  if (TREE_CODE (value) != ADDR_EXPR
      || TREE_CODE (TREE_OPERAND (value, 0)) != FUNCTION_DECL)
    return NULL_TREE;
  return TREE_OPERAND (value, 0);
}

/* Name copies in the slots of TABLE, the initializer's elements of VARIABLE.  True
   if there were any.  */
static bool
edit_table (tree variable, vec<constructor_elt, va_gc> *table)
{
  bool edited = false;
  for (unsigned i = 0; i < vec_safe_length (table); i++)
    {
      constructor_elt *element = &(*table)[i];
      tree thunk = function_in_slot (element->value);
      auto_vec<tree> needed;
      if (!thunk || !DECL_VIRTUAL_P (thunk) || !DECL_ARTIFICIAL (thunk)
	  || !find_unlike_introducers (thunk, needed))
	continue;
      tree introducer = kcfi_table_slot_introducer (variable, table, i, needed);
      if (!introducer)
	{
	  report_two_ids (thunk, needed[0], needed[1]);
	  continue;
	}
      tree address = build_fold_addr_expr (declare_copy (thunk, introducer));
      element->value = fold_convert (TREE_TYPE (element->value), address);
      edited = true;
    }
  return edited;
}

/* The copies of the thunk NODE, whether a table here has it or not.  There are none
   of a thunk that GCC has already made an ordinary function of.  */
static void
split_defined_thunk (cgraph_node *node)
{
  auto_vec<tree> needed;
  if (!DECL_VIRTUAL_P (node->decl) || !DECL_ARTIFICIAL (node->decl)
      || !find_unlike_introducers (node->decl, needed))
    return;
  if (!node->thunk)
    {
      report_two_ids (node->decl, needed[0], needed[1]);
      return;
    }
  for (unsigned i = 0; i < needed.length (); i++)
    define_copy (node, needed[i]);
}

void
kcfi_split_thunks (const struct kcfi_introducer_rules *rules)
{
  introducer_rules = rules;
  introducers_of_copies = new hash_map<uid_hash, tree>;
  copies = new hash_map<nofree_string_hash, tree>;
  varpool_node *variable;
  FOR_EACH_VARIABLE (variable)
    {
      tree initial = DECL_INITIAL (variable->decl);
      if (!DECL_VIRTUAL_P (variable->decl) || !variable->definition || !initial
	  || TREE_CODE (initial) != CONSTRUCTOR
	  || !edit_table (variable->decl, CONSTRUCTOR_ELTS (initial)))
	continue;
      variable->remove_all_references ();
      record_references_in_initializer (variable->decl, false);
    }
  auto_vec<cgraph_node *> defined;
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    if (node->definition && !node->alias && !DECL_EXTERNAL (node->decl))
      defined.safe_push (node);
  for (unsigned i = 0; i < defined.length (); i++)
    split_defined_thunk (defined[i]);
}

tree
kcfi_own_thunk_introducer (const_tree decl)
{
  if (!introducers_of_copies)
    return NULL_TREE;
  tree *introducer = introducers_of_copies->get (DECL_UID (decl));
  return introducer ? *introducer : NULL_TREE;
}
