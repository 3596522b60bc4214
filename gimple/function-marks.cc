/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks the functions of the unit.  Source of the rules: doc/abi.md "Which
   functions have a preamble".

   A preamble stands in front of every function that another unit can name and
   of every local one whose address is taken: in code, in the initialiser of an
   emitted object, by an alias, by a constructor table, by a direct call through
   another prototype.  Going beyond Clang, a local function with attribute
   `used' counts too: only assembler can be its user.

   The dump ipa-kcfi_functions shows each function with its id and what was
   decided and why.  */

#include "../plugin/gcc-compat.h"
#include "../plugin/timing.h"
#include "function-marks.h"
#include "cxx/virtual-ids.h"
#include "mark.h"
#include "mark-dump.h"
#include "mark-pass.h"
#include "parse/source-events.h"
#include "print-ids.h"
#include "typed-entries.h"
#include "warnings.h"

typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;

/* The dump that this file writes, which belongs to no pass.  */
static int functions_dump;

void
kcfi_function_marks_start (void)
{
  gcc::dump_manager *dumps = g->get_dumps ();
  functions_dump = dumps->dump_register (
      ".kcfi_functions", "ipa-kcfi_functions", "ipa-kcfi_functions", DK_ipa,
      OPTGROUP_NONE, false);
  /* -fdump-ipa-all was read before.  */
  const dump_file_info *all = dumps->get_dump_file_info (TDI_ipa_all);
  dump_file_info *own = dumps->get_dump_file_info (functions_dump);
  own->pstate = all->pstate;
  own->pflags = all->pflags;
}

/* By what a pointer to NODE's function may come to be, in words for the dump;
   NULL if it cannot.  ALIASED holds the functions that an alias names.  */
static const char *
address_reason (cgraph_node *node, const hash_set<uid_hash> &aliased)
{
  if (node->address_taken)
    return "address taken";
  if (kcfi_called_through_cast_p (node->decl))
    return "called through another prototype";
  if (const_cast<hash_set<uid_hash> &> (aliased).contains (
	  DECL_UID (node->decl)))
    return "has an alias";
  return NULL;
}

/* Why NODE's function has a preamble, in words for the dump; NULL if it has
   none.  IN_VIRTUAL_TABLE: it stands in one that calls are checked by.  */
static const char *
preamble_reason (cgraph_node *node, const hash_set<uid_hash> &aliased,
		 bool in_virtual_table)
{
  tree decl = node->decl;
  if (TREE_PUBLIC (decl))
    return "public";
  if (DECL_STATIC_CONSTRUCTOR (decl))
    return "constructor";
  if (DECL_STATIC_DESTRUCTOR (decl))
    return "destructor";
  if (DECL_PRESERVE_P (decl))
    return "attribute used";
  if (in_virtual_table)
    return "in a virtual table";
  return address_reason (node, aliased);
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

/* The line of the dump about DECL: WHAT it gets, and WHY.  */
static void
dump_decision (FILE *dump, tree decl, const struct kcfi_prototype *prototype,
	       const char *what, const char *why)
{
  if (!dump)
    return;
  kcfi_dump_location (dump, DECL_SOURCE_LOCATION (decl));
  fprintf (dump, "%s: id 0x%08x %s: %s: %s\n",
	   lang_hooks.decl_printable_name (decl, 2), prototype->id,
	   prototype->string, what, why);
}

/* Add the functions that an alias names to ALIASED, and warn about what is
   reached through the id of another.  */
static void
find_aliased (hash_set<uid_hash> &aliased)
{
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
}

/* True for what the compiler declares for its own use: the personality routine, and
   thunks that another unit has.  Only their bare symbol is their name, as that of no
   implicit member is, and their type here is not that of the definition.  Builtins are
   artificial too, but the source can name them.  */
static bool
nameless_declaration_p (tree decl)
{
  return DECL_ARTIFICIAL (decl) && !fndecl_built_in_p (decl)
	 && DECL_NAME (decl) == DECL_ASSEMBLER_NAME (decl);
}

/* NODE's function is defined here; MARK has what all functions have.  */
static void
mark_definition (cgraph_node *node, const struct kcfi_prototype *prototype,
		 struct kcfi_function_mark mark,
		 const hash_set<uid_hash> &aliased, FILE *dump)
{
  const struct kcfi_prototype *virtual_id = kcfi_virtual_function_id (node);
  const char *reason = preamble_reason (node, aliased, virtual_id != NULL);
  mark.id = prototype->id;
  mark.has_virtual_id = virtual_id != NULL;
  mark.virtual_id = virtual_id ? virtual_id->id : 0;
  mark.needs_preamble = reason != NULL;
  kcfi_mark_function (node->decl, &mark);
  dump_decision (dump, node->decl, prototype,
		 reason ? "preamble" : "no preamble",
		 reason ? reason : "only direct calls");
  if (virtual_id)
    {
      kcfi_print_function (node->decl, virtual_id);
      dump_decision (dump, node->decl, virtual_id, "virtual id",
		     "in a virtual table");
    }
}

void
kcfi_mark_functions (const struct kcfi_code_choices *choices,
		     void (*declared) (tree symbol, uint32_t id))
{
  kcfi_timed timed ("kcfi_functions");
  struct kcfi_function_mark common = {};
  common.choices = *choices;
  kcfi_source_end ();
  hash_set<uid_hash> aliased;
  find_aliased (aliased);
  FILE *dump = dump_begin (functions_dump, NULL);
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    {
      if (node->alias && !node->weakref)
	continue;
      bool defined = node->definition && !DECL_EXTERNAL (node->decl);
      const char *address = address_reason (node, aliased);
      if (!defined && (!address || nameless_declaration_p (node->decl)))
	continue;
      const struct kcfi_prototype *prototype
	  = kcfi_prototype_of_decl (node->decl);
      kcfi_print_function (node->decl, prototype);
      kcfi_warn_unstable_function (node->decl, prototype);
      if (defined)
	mark_definition (node, prototype, common, aliased, dump);
      /* An inline function with a body that is emitted elsewhere: Clang has a
	 body, not a declaration, when it optimises.  */
      else if (node->definition && optimize)
	dump_decision (dump, node->decl, prototype, "no symbol",
		       "an inline function that another unit emits");
      else if (kcfi_typed_entry_p (node->decl))
	dump_decision (dump, node->decl, prototype, "preamble", "typed entry");
      else
	{
	  declared (symbol_name (node), prototype->id);
	  dump_decision (dump, node->decl, prototype, "symbol", address);
	}
    }
  if (dump)
    dump_end (functions_dump, dump);
}
