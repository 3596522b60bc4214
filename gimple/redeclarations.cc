/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The composite of an enum and an integer, as Clang makes it
   (ASTContext::mergeTypes: the integer wins).  redeclarations.h says why.  */

#include "../plugin/gcc-compat.h"
#include "redeclarations.h"

/* In cc1 only: the plugin is loaded into lto1 as well.  */
extern tree lookup_name (tree) __attribute__ ((weak));

/* A list of identifier -> function type for the functions whose type differs
   from GCC's, a root for the collector.  Almost always empty.  */
static tree differing;

static const struct ggc_root_tab roots[]
    = { { &differing, 1, sizeof differing, &gt_ggc_mx_tree_node,
	  &gt_pch_nx_tree_node },
	LAST_GGC_ROOT_TAB };

static void
register_roots (void)
{
  static bool registered;
  if (registered)
    return;
  registered = true;
  register_callback ("kcfi", PLUGIN_REGISTER_GGC_ROOTS, NULL,
		     const_cast<ggc_root_tab *> (roots));
}

static tree
find_differing (tree name)
{
  for (tree link = differing; link; link = TREE_CHAIN (link))
    if (TREE_PURPOSE (link) == name)
      return link;
  return NULL_TREE;
}

/* The composite of A and B, compatible types, with integers for enums; A itself
   if it already is that.  */
static tree
merge_types (tree a, tree b)
{
  if (a == b)
    return a;
  if (TREE_CODE (a) == ENUMERAL_TYPE && TREE_CODE (b) == INTEGER_TYPE)
    return build_qualified_type (TYPE_MAIN_VARIANT (b), TYPE_QUALS (a));
  if (TREE_CODE (a) != TREE_CODE (b))
    return a;
  if (POINTER_TYPE_P (a))
    {
      tree target = merge_types (TREE_TYPE (a), TREE_TYPE (b));
      if (target == TREE_TYPE (a))
	return a;
      return build_qualified_type (build_pointer_type (target), TYPE_QUALS (a));
    }
  if (TREE_CODE (a) != FUNCTION_TYPE)
    return a;

  tree result = merge_types (TREE_TYPE (a), TREE_TYPE (b));
  bool changed = result != TREE_TYPE (a);
  tree parameters = NULL_TREE;
  tree *end = &parameters;
  tree other = TYPE_ARG_TYPES (b);
  for (tree link = TYPE_ARG_TYPES (a); link; link = TREE_CHAIN (link))
    {
      tree type = TREE_VALUE (link);
      if (other)
	{
	  type = merge_types (type, TREE_VALUE (other));
	  other = TREE_CHAIN (other);
	}
      changed |= type != TREE_VALUE (link);
      *end = build_tree_list (TREE_PURPOSE (link), type);
      end = &TREE_CHAIN (*end);
    }
  if (!changed)
    return a;
  return build_type_attribute_variant (build_function_type (result, parameters),
				       TYPE_ATTRIBUTES (a));
}

void
kcfi_note_declaration (tree decl)
{
  if (!lookup_name || !DECL_NAME (decl) || !prototype_p (TREE_TYPE (decl)))
    return;
  tree before = lookup_name (DECL_NAME (decl));
  if (!before || before == decl || TREE_CODE (before) != FUNCTION_DECL
      || !prototype_p (TREE_TYPE (before)))
    return;
  tree known = find_differing (DECL_NAME (decl));
  tree previous = known ? TREE_VALUE (known) : TREE_TYPE (before);
  tree declared = TREE_TYPE (decl);
  tree merged = merge_types (previous, declared);
  if (known)
    TREE_VALUE (known) = merged;
  else if (merged != previous || merge_types (declared, previous) != declared)
    {
      register_roots ();
      differing = tree_cons (DECL_NAME (decl), merged, differing);
    }
}

tree
kcfi_declared_type (tree decl)
{
  tree known = DECL_NAME (decl) ? find_differing (DECL_NAME (decl)) : NULL_TREE;
  return known ? TREE_VALUE (known) : TREE_TYPE (decl);
}
