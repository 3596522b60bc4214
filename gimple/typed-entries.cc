/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed entries, from the attribute in the source to the function's declaration.  */

#include "../plugin/gcc-compat.h"
#include "typed-entries.h"
#include "parse/unit-notes.h"
#include "prototype-ids.h"

/* What the source writes; what the declaration of an entry has instead of it and of
   its alias, whose argument it takes; and what a function has for each entry.  */
#define WRITTEN_ATTRIBUTE "kcfi_entry"
#define ENTRY_ATTRIBUTE "kcfi entry of"
#define PLACED_ATTRIBUTE "kcfi entry"

/* The arguments of PLACED_ATTRIBUTE.  */
enum part
{
  PART_SYMBOL,
  PART_ID,
  PART_WEAK,
  PART_VISIBILITY,
  PARTS
};

/* The attribute without an alias.  */
static tree
handle_written (tree *, tree name, tree, int, bool *no_add)
{
  *no_add = true;
  error (
      "attribute %qE belongs on a declaration with attribute %<alias%>, whose"
      " name and type the entry gets",
      name);
  return NULL_TREE;
}

static tree
handle_entry (tree *node, tree, tree, int, bool *no_add)
{
  if (!TREE_PUBLIC (*node))
    {
      error_at (
	  DECL_SOURCE_LOCATION (*node),
	  "KCFI: entry %qD must not be static, as it is no function to GCC;"
	  " give it attribute %<visibility (\"hidden\")%> instead",
	  *node);
      *no_add = true;
    }
  return NULL_TREE;
}

static const attribute_spec specs[] = {
  { WRITTEN_ATTRIBUTE, 0, 0, true, false, false, false, handle_written, NULL },
  { ENTRY_ATTRIBUTE, 1, 1, true, false, false, false, handle_entry, NULL },
  { PLACED_ATTRIBUTE, PARTS, PARTS, true, false, false, false, NULL, NULL }
};

void
kcfi_register_entry_attributes (void)
{
  for (size_t i = 0; i < ARRAY_SIZE (specs); i++)
    register_attribute (&specs[i]);
}

tree
kcfi_take_over_entry (tree attributes)
{
  tree alias = lookup_attribute ("alias", attributes);
  tree written = lookup_attribute (WRITTEN_ATTRIBUTE, attributes);
  /* GCC complains about missing and surplus arguments.  */
  if (!alias || !TREE_VALUE (alias) || !written || TREE_VALUE (written))
    return attributes;
  tree others = remove_attribute (WRITTEN_ATTRIBUTE, copy_list (attributes));
  others = remove_attribute ("alias", others);
  return tree_cons (get_identifier (ENTRY_ATTRIBUTE), TREE_VALUE (alias),
		    others);
}

bool
kcfi_typed_entry_p (const_tree decl)
{
  return lookup_attribute (ENTRY_ATTRIBUTE, DECL_ATTRIBUTES (decl))
	 != NULL_TREE;
}

void
kcfi_typed_entries_see_declaration (tree decl)
{
  if (TREE_CODE (decl) == FUNCTION_DECL && kcfi_typed_entry_p (decl))
    kcfi_push_note (KCFI_NOTE_TYPED_ENTRIES, NULL_TREE, decl);
}

/* The function that DECL, an entry, is declared to lead to; NULL, with an error, if
   there is none that it can stand in front of.  */
static cgraph_node *
find_function (tree decl)
{
  tree attribute = lookup_attribute (ENTRY_ATTRIBUTE, DECL_ATTRIBUTES (decl));
  tree name = TREE_VALUE (TREE_VALUE (attribute));
  location_t location = DECL_SOURCE_LOCATION (decl);
  if (TREE_CODE (name) != STRING_CST)
    {
      error_at (location, "attribute %<alias%> argument not a string");
      return NULL;
    }
  const char *text = TREE_STRING_POINTER (name);
  symtab_node *node = symtab_node::get_for_asmname (get_identifier (text));
  cgraph_node *function = node ? dyn_cast<cgraph_node *> (node) : NULL;
  if (!function || !function->definition || DECL_EXTERNAL (function->decl))
    error_at (location,
	      "KCFI: entry %qD leads to %qs, which is no function of this file;"
	      " a static one needs attribute %<used%>",
	      decl, text);
  else if (function->alias || function->thunk || function->ifunc_resolver)
    error_at (
	location,
	"KCFI: entry %qD leads to %qs, which is an alias; name the function"
	" itself",
	decl, text);
  else if (DECL_INITIAL (decl))
    error_at (location,
	      "KCFI: entry %qD is also defined; leave out the body or the"
	      " attribute",
	      decl);
  else
    return function;
  return NULL;
}

/* Put the entry DECL in front of FUNCTION, which is kept though no code of this unit
   may use it.  */
static void
place_entry (tree decl, cgraph_node *function)
{
  tree parts[PARTS];
  parts[PART_SYMBOL] = DECL_ASSEMBLER_NAME (decl);
  parts[PART_ID] = build_int_cst (long_long_integer_type_node,
				  kcfi_prototype_of_decl (decl)->id);
  parts[PART_WEAK] = build_int_cst (integer_type_node, DECL_WEAK (decl));
  parts[PART_VISIBILITY]
      = build_int_cst (integer_type_node, DECL_VISIBILITY (decl));
  tree arguments = NULL_TREE;
  for (int i = PARTS; i--;)
    arguments = tree_cons (NULL_TREE, parts[i], arguments);
  tree target = function->decl;
  DECL_ATTRIBUTES (target) = tree_cons (get_identifier (PLACED_ATTRIBUTE),
					arguments, DECL_ATTRIBUTES (target));
  DECL_PRESERVE_P (target) = 1;
  TREE_USED (target) = 1;
  function->mark_force_output ();
}

void
kcfi_place_typed_entries (void)
{
  /* A function may be declared often.  */
  hash_set<tree> seen;
  for (tree note = nreverse (kcfi_take_note (KCFI_NOTE_TYPED_ENTRIES)); note;
       note = TREE_CHAIN (note))
    {
      tree decl = TREE_VALUE (note);
      if (seen.add (decl))
	continue;
      if (cgraph_node *function = find_function (decl))
	place_entry (decl, function);
    }
}

void
kcfi_typed_entries (const_tree decl,
		    void (*visit) (const kcfi_typed_entry *, void *),
		    void *data)
{
  tree attribute = lookup_attribute (PLACED_ATTRIBUTE, DECL_ATTRIBUTES (decl));
  while (attribute)
    {
      tree parts[PARTS];
      tree link = TREE_VALUE (attribute);
      for (int i = 0; i < PARTS; i++, link = TREE_CHAIN (link))
	parts[i] = TREE_VALUE (link);
      kcfi_typed_entry entry;
      entry.symbol = parts[PART_SYMBOL];
      entry.id = (uint32_t) tree_to_shwi (parts[PART_ID]);
      entry.weak = !integer_zerop (parts[PART_WEAK]);
      entry.visibility
	  = (enum symbol_visibility) tree_to_shwi (parts[PART_VISIBILITY]);
      visit (&entry, data);
      attribute = lookup_attribute (PLACED_ATTRIBUTE, TREE_CHAIN (attribute));
    }
}
