/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks the functions of the unit.  Source of the rules: doc/abi.md "Which
   functions have a preamble".

   A preamble stands in front of every function that another unit can name and
   of every local one whose address is taken: in code, in the initialiser of an
   emitted object, by an alias, by a constructor table, by a direct call through
   another prototype.  Going beyond Clang, a local function with attribute
   `used' counts too: only assembler can be its user.  */

#include "../plugin/gcc-compat.h"
#include "function-marks.h"
#include "mark.h"
#include "mark-pass.h"
#include "parse/source-events.h"
#include "print-ids.h"
#include "warnings.h"

typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;

/* True if a pointer to NODE's function may come to be.  ALIASED holds the
   functions that an alias names.  */
static bool
address_taken_p (cgraph_node *node, const hash_set<uid_hash> &aliased)
{
  return node->address_taken || kcfi_called_through_cast_p (node->decl)
	 || const_cast<hash_set<uid_hash> &> (aliased).contains (
	     DECL_UID (node->decl));
}

static bool
needs_preamble_p (cgraph_node *node, const hash_set<uid_hash> &aliased)
{
  tree decl = node->decl;
  return TREE_PUBLIC (decl) || DECL_STATIC_CONSTRUCTOR (decl)
	 || DECL_STATIC_DESTRUCTOR (decl) || DECL_PRESERVE_P (decl)
	 || address_taken_p (node, aliased);
}

/* The symbol that NODE's uses refer to: a weakref's is that of its target.  */
static tree
symbol_name (cgraph_node *node)
{
  tree decl = node->decl;
  if (node->weakref)
    {
      decl = node->get_alias_target_tree ();
      if (TREE_CODE (decl) == IDENTIFIER_NODE)
	return decl;
    }
  return DECL_ASSEMBLER_NAME (decl);
}

void
kcfi_mark_functions (void (*declared) (tree symbol, uint32_t id))
{
  kcfi_source_end ();
  hash_set<uid_hash> aliased;
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    {
      if (node->address_taken
	  && (node->ifunc_resolver
	      || lookup_attribute ("target_clones",
				   DECL_ATTRIBUTES (node->decl))))
	kcfi_warn_ifunc (node->decl);
      if (!node->alias || !node->analyzed)
	continue;
      if (cgraph_node *target = node->ultimate_alias_target ())
	{
	  aliased.add (DECL_UID (target->decl));
	  if (!node->ifunc_resolver)
	    kcfi_warn_alias (node->decl, target->decl);
	}
    }

  FOR_EACH_FUNCTION (node)
    {
      if (node->alias && !node->weakref)
	continue;
      bool defined = node->definition && !DECL_EXTERNAL (node->decl);
      if (!defined && !address_taken_p (node, aliased))
	continue;
      const struct kcfi_prototype *prototype
	  = kcfi_prototype_of_decl (node->decl);
      kcfi_print_function (node->decl, prototype);
      kcfi_warn_unstable_function (node->decl, prototype);
      if (!defined)
	{
	  /* An inline function with a body that is emitted elsewhere: Clang has
	     a body, not a declaration, when it optimises.  */
	  if (node->definition && optimize)
	    continue;
	  declared (symbol_name (node), prototype->id);
	  continue;
	}
      struct kcfi_function_mark mark;
      mark.id = prototype->id;
      mark.needs_preamble = needs_preamble_p (node, aliased);
      kcfi_mark_function (node->decl, &mark);
    }
}
