/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The composite of an enum and an integer, as Clang makes it
   (ASTContext::mergeTypes: the integer wins).  redeclarations.h says why.  */

#include "../../plugin/gcc-compat.h"
#include "redeclarations.h"
#include "unit-notes.h"

/* In cc1 only: the plugin is loaded into lto1 as well.  */
extern tree lookup_name (tree) __attribute__ ((weak));

static tree
find_differing (tree name)
{
  if (!kcfi_unit_notes_p ())
    return NULL_TREE;
  for (tree link = *kcfi_unit_note (KCFI_NOTE_DIFFERING); link;
       link = TREE_CHAIN (link))
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
  if (TREE_CODE (a) == ARRAY_TYPE)
    {
      tree element = merge_types (TREE_TYPE (a), TREE_TYPE (b));
      return element == TREE_TYPE (a)
		 ? a
		 : build_array_type (element, TYPE_DOMAIN (a));
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
kcfi_redeclarations_see_declaration (tree decl)
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
    kcfi_push_note (KCFI_NOTE_DIFFERING, DECL_NAME (decl), merged);
}

tree
kcfi_declared_type (tree decl)
{
  tree known = DECL_NAME (decl) ? find_differing (DECL_NAME (decl)) : NULL_TREE;
  return known ? TREE_VALUE (known) : TREE_TYPE (decl);
}

tree
kcfi_defined_type (tree decl)
{
  tree type = kcfi_declared_type (decl);
  auto_vec<tree, 16> types;
  bool changed = false;
  tree parameter = DECL_ARGUMENTS (decl);
  tree link = TYPE_ARG_TYPES (type);
  for (; link && parameter; link = TREE_CHAIN (link))
    {
      tree declared = TREE_VALUE (link);
      types.safe_push (merge_types (declared, TREE_TYPE (parameter)));
      changed |= types.last () != declared;
      parameter = DECL_CHAIN (parameter);
    }
  if (!changed)
    return type;
  tree list = link;
  while (!types.is_empty ())
    list = tree_cons (NULL_TREE, types.pop (), list);
  return build_type_attribute_variant (
      build_function_type (TREE_TYPE (type), list), TYPE_ATTRIBUTES (type));
}
