/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warnings of marking, and the two that look by themselves: casts, in the
   parser's trees, and calls that became direct, before
   inlining ("release_ssa") and after the last GIMPLE optimisation.

   A conversion in an inline function of a header is met in each unit that
   includes it: it is noted, and told where the function is used.  */

#include "../plugin/gcc-compat.h"
#include "mark.h"
#include "warnings.h"

/* The attribute of an inline function that lists its conversions: of each the
   location, the two types and the function converted.  It is gone once the
   function is used, so that nothing of it gets into objects.  */
#define CONVERSIONS "kcfi conversions"

static unsigned chosen_warnings;

bool
kcfi_warning_chosen_p (enum kcfi_warning kind)
{
  return (chosen_warnings & kind) != 0;
}

void
kcfi_warn_unchecked_call (location_t location, int reason)
{
  if (kcfi_warning_chosen_p (KCFI_WARN_UNPROTOTYPED))
    warning_at (location, 0,
		"KCFI: this call cannot be checked: %s [warn=unprototyped]",
		kcfi_reason_text (reason));
}

void
kcfi_warn_trampoline (location_t location)
{
  if (kcfi_warning_chosen_p (KCFI_WARN_TRAMPOLINE))
    warning_at (location, 0,
		"KCFI: a call through this pointer to a nested function traps:"
		" its trampoline has no type id [warn=trampoline]");
}

void
kcfi_warn_ifunc (tree decl)
{
  /* Position-independent code for shared libraries gets the address of what
     other modules can name from the dynamic linker, which knows the choice.  */
  bool by_dynamic_linker = flag_pic && !flag_pie && TREE_PUBLIC (decl);
  if (!by_dynamic_linker && kcfi_warning_chosen_p (KCFI_WARN_IFUNC))
    warning_at (
	DECL_SOURCE_LOCATION (decl), 0,
	"KCFI: %qD is chosen at run time and its address taken: that can"
	" be the address of a linkage table entry, which has no type id,"
	" so that a call through it traps [warn=%s]",
	decl, "ifunc");
}

void
kcfi_warn_alias (tree decl, tree target)
{
  if (!kcfi_warning_chosen_p (KCFI_WARN_ALIAS)
      || kcfi_prototype_of_decl (decl)->id
	     == kcfi_prototype_of_decl (target)->id)
    return;
  auto_diagnostic_group group;
  if (warning_at (DECL_SOURCE_LOCATION (decl), 0,
		  "KCFI: alias %qD of type %qT has the type id of its target:"
		  " a call through its address traps [warn=alias]",
		  decl, TREE_TYPE (decl)))
    inform (DECL_SOURCE_LOCATION (target), "target %qD has type %qT", target,
	    TREE_TYPE (target));
}

/* True if STRING, "_ZTSFvPZ1fE3tagE", names a tag that belongs to a function's
   parameter list: a Z that is not part of a name.  A name follows its length; a
   number in front of `_' is none, nor is one behind D and a letter (vectors,
   _BitInt, _FloatN).  */
static bool
names_local_tag_p (const char *string)
{
  const char *at = string + strlen ("_ZTS");
  while (*at && *at != '.')
    {
      if (*at == 'Z')
	return true;
      if (*at == 'D' && ISALPHA (at[1]))
	{
	  at += 2;
	  at += strspn (at, "0123456789");
	  continue;
	}
      if (*at == 'S' && (ISDIGIT (at[1]) || ISUPPER (at[1]) || at[1] == '_'))
	{
	  /* A substitution: S_, S0_, SZ_.  */
	  at = strchr (at, '_');
	  at += at != NULL;
	  if (!at)
	    return false;
	  continue;
	}
      if (!ISDIGIT (*at))
	{
	  at++;
	  continue;
	}
      char *end;
      unsigned long length = strtoul (at, &end, 10);
      at = end;
      if (*at != '_' || length > strlen (at))
	at += MIN (length, strlen (at));
    }
  return false;
}

void
kcfi_warn_unstable (location_t location, const struct kcfi_prototype *prototype)
{
  if (!kcfi_warning_chosen_p (KCFI_WARN_UNSTABLE))
    return;
  if (names_local_tag_p (prototype->string))
    warning_at (location, 0,
		"KCFI: the type id of %qs depends on a type that a parameter"
		" list declares, which is another in each file: declare the"
		" type before [warn=unstable]",
		prototype->string);
  else if (prototype->numbered)
    warning_at (location, 0,
		"KCFI: the type id of %qs depends on the number of an unnamed"
		" type, which differs between files: give the type a name"
		" [warn=unstable]",
		prototype->string);
}

void
kcfi_warn_unstable_function (tree decl, const struct kcfi_prototype *prototype)
{
  /* Nobody else calls the others by this id.  */
  if (TREE_PUBLIC (decl))
    kcfi_warn_unstable (DECL_SOURCE_LOCATION (decl), prototype);
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

static void
warn_about_conversion (location_t location, tree from, tree to, tree function)
{
  auto_diagnostic_group group;
  if (warning_at (location, 0,
		  "KCFI: conversion from %qT to %qT changes the type id: a call"
		  " through the result traps [warn=cast]",
		  from, to)
      && function)
    inform (DECL_SOURCE_LOCATION (function), "%qD is declared here", function);
}

/* Where a conversion is looked for.  */
struct conversion_place
{
  location_t location; /* If the tree knows none.  */
  tree owner;	       /* The inline function it is noted for, or NULL_TREE.  */
};

static void
note_conversion (tree owner, location_t location, tree from, tree to,
		 tree function)
{
  tree identifier = get_identifier (CONVERSIONS);
  tree list = lookup_attribute (CONVERSIONS, DECL_ATTRIBUTES (owner));
  if (!list)
    list = DECL_ATTRIBUTES (owner)
	= tree_cons (identifier, NULL_TREE, DECL_ATTRIBUTES (owner));
  tree details = tree_cons (function, build_int_cst (size_type_node, location),
			    tree_cons (from, to, NULL_TREE));
  TREE_VALUE (list)
      = chainon (TREE_VALUE (list), build_tree_list (NULL_TREE, details));
}

/* walk_tree callback: warn if *PLACE converts one function pointer type into
   another of a different id.  DATA is a conversion_place.  */
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
  if (!to || !from || to == from
      || kcfi_prototype_of_type (to)->id == kcfi_prototype_of_type (from)->id)
    return NULL_TREE;
  const conversion_place *where = (const conversion_place *) data;
  location_t location = EXPR_LOCATION (node);
  if (location == UNKNOWN_LOCATION)
    location = where->location;
  tree function = NULL_TREE;
  if (TREE_CODE (operand) == ADDR_EXPR
      && TREE_CODE (TREE_OPERAND (operand, 0)) == FUNCTION_DECL)
    function = TREE_OPERAND (operand, 0);
  if (where->owner)
    note_conversion (where->owner, location, TREE_TYPE (operand),
		     TREE_TYPE (node), function);
  else
    warn_about_conversion (location, TREE_TYPE (operand), TREE_TYPE (node),
			   function);
  return NULL_TREE;
}

/* Warn about the conversions noted for FUNCTION, which is used.  */
static void
warn_noted_conversions (tree function)
{
  tree list = lookup_attribute (CONVERSIONS, DECL_ATTRIBUTES (function));
  if (!list)
    return;
  for (tree note = TREE_VALUE (list); note; note = TREE_CHAIN (note))
    {
      tree details = TREE_VALUE (note);
      tree types = TREE_CHAIN (details);
      warn_about_conversion ((location_t) tree_to_uhwi (TREE_VALUE (details)),
			     TREE_PURPOSE (types), TREE_VALUE (types),
			     TREE_PURPOSE (details));
    }
  DECL_ATTRIBUTES (function)
      = remove_attribute (CONVERSIONS, DECL_ATTRIBUTES (function));
}

static void
on_finish_decl (void *event_data, void *)
{
  tree decl = (tree) event_data;
  if (!decl || seen_error () || !VAR_P (decl) || !DECL_INITIAL (decl)
      || DECL_INITIAL (decl) == error_mark_node
      || (!TREE_STATIC (decl) && !DECL_EXTERNAL (decl)))
    return;
  conversion_place place = { DECL_SOURCE_LOCATION (decl), NULL_TREE };
  walk_tree_without_duplicates (&DECL_INITIAL (decl), look_at_conversion,
				&place);
}

static void
on_pre_genericize (void *event_data, void *)
{
  tree decl = (tree) event_data;
  if (seen_error ())
    return;
  bool may_be_unused = DECL_DECLARED_INLINE_P (decl)
		       && (!TREE_PUBLIC (decl) || DECL_EXTERNAL (decl));
  conversion_place place
      = { DECL_SOURCE_LOCATION (decl), may_be_unused ? decl : NULL_TREE };
  walk_tree_without_duplicates (&DECL_SAVED_TREE (decl), look_at_conversion,
				&place);
}

/* A call that was marked indirect and is direct now: the program only works
   because the optimiser saw through the pointer.  */
static void
look_at_direct_call (gcall *call)
{
  static hash_set<int_hash<location_t, UNKNOWN_LOCATION> > seen;
  tree callee = gimple_call_fndecl (call);
  kcfi_mark mark;
  if (!callee || !kcfi_function_type_mark (gimple_call_fntype (call), &mark)
      || !kcfi_mark_has_id (mark) || DECL_ARTIFICIAL (callee))
    return;
  struct kcfi_function_mark known;
  uint32_t id = kcfi_function_decl_mark (callee, &known)
		    ? known.id
		    : kcfi_prototype_of_decl (callee)->id;
  if (id != (uint32_t) mark && !seen.add (gimple_location (call)))
    warning_at (gimple_location (call), 0,
		"KCFI: this indirect call became a direct one of %qD, whose"
		" type id is another: without optimization it traps"
		" [warn=devirt]",
		callee);
}

namespace
{
const pass_data cast_pass_data
    = { GIMPLE_PASS, "kcfi_cast", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

/* Only functions that are used get here.  */
class cast_pass : public gimple_opt_pass
{
public:
  cast_pass (gcc::context *context) : gimple_opt_pass (cast_pass_data, context)
  {
  }
  unsigned int
  execute (function *fun) final override
  {
    warn_noted_conversions (fun->decl);
    return 0;
  }
};

const pass_data devirt_pass_data = {
  GIMPLE_PASS, "kcfi_devirt", OPTGROUP_NONE, TV_NONE, PROP_cfg, 0, 0, 0, 0
};

class devirt_pass : public gimple_opt_pass
{
public:
  devirt_pass (gcc::context *context)
      : gimple_opt_pass (devirt_pass_data, context)
  {
  }
  opt_pass *
  clone () final override
  {
    return new devirt_pass (m_ctxt);
  }
  unsigned int
  execute (function *fun) final override
  {
    basic_block block;
    FOR_EACH_BB_FN (block, fun)
      for (gimple_stmt_iterator place = gsi_start_bb (block);
	   !gsi_end_p (place); gsi_next (&place))
	if (gcall *call = dyn_cast<gcall *> (gsi_stmt (place)))
	  if (!gimple_call_internal_p (call))
	    look_at_direct_call (call);
    return 0;
  }
};
}

void
kcfi_warnings_start (const char *plugin_name, unsigned chosen, bool in_parser)
{
  chosen_warnings = chosen;
  if (in_parser && kcfi_warning_chosen_p (KCFI_WARN_CAST))
    {
      register_callback (plugin_name, PLUGIN_FINISH_DECL, on_finish_decl, NULL);
      register_callback (plugin_name, PLUGIN_PRE_GENERICIZE, on_pre_genericize,
			 NULL);
      register_pass_info used
	  = { new cast_pass (g), "cfg", 1, PASS_POS_INSERT_AFTER };
      register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &used);
    }
  if (kcfi_warning_chosen_p (KCFI_WARN_DEVIRT))
    {
      /* Inlined calls are gone after the first, others become direct only
	 before the second.  */
      register_pass_info early
	  = { new devirt_pass (g), "release_ssa", 1, PASS_POS_INSERT_AFTER };
      register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &early);
      register_pass_info late
	  = { new devirt_pass (g), "optimized", 1, PASS_POS_INSERT_AFTER };
      register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &late);
    }
}
