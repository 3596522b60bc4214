/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The composite of an enum and an integer, as Clang makes it
   (ASTContext::mergeTypes: the integer wins).  redeclarations.h says why.  */

#include "../../plugin/gcc-compat.h"
#include "redeclarations.h"
#include "unit-notes.h"

/* In cc1 only: the plugin is loaded into lto1 as well.  */
extern tree lookup_name (tree) __attribute__ ((weak));

/* The links of KCFI_NOTE_DIFFERING by name, and the list's first link when they
   were found: a precompiled header brings another list.  */
static hash_map<tree, tree> *differing;
static tree differing_list;

static void
index_differing (tree list)
{
  if (!differing)
    differing = new hash_map<tree, tree>;
  differing->empty ();
  differing_list = list;
  for (tree link = list; link; link = TREE_CHAIN (link))
    differing->put (TREE_PURPOSE (link), link);
}

static tree
find_differing (tree name)
{
  if (!kcfi_unit_notes_p ())
    return NULL_TREE;
  tree list = *kcfi_unit_note (KCFI_NOTE_DIFFERING);
  if (!list)
    return NULL_TREE;
  if (list != differing_list)
    index_differing (list);
  tree *link = differing->get (name);
  return link ? *link : NULL_TREE;
}

static void
add_differing (tree name, tree type)
{
  kcfi_push_note (KCFI_NOTE_DIFFERING, name, type);
  tree list = *kcfi_unit_note (KCFI_NOTE_DIFFERING);
  if (TREE_CHAIN (list) != differing_list || !differing)
    index_differing (list);
  differing->put (name, list);
  differing_list = list;
}

/* The composites of one pair of declarations that are known, by the TYPE_UIDs of
   the two: a type that mentions another twice is common.  */
typedef hash_map<int_hash<HOST_WIDE_INT, 0, -1>, tree> composite_map;

static tree merge_types (tree a, tree b, composite_map *known);

static tree
merge_function_types (tree a, tree b, composite_map *known)
{
  tree result = merge_types (TREE_TYPE (a), TREE_TYPE (b), known);
  bool changed = result != TREE_TYPE (a);
  tree parameters = NULL_TREE;
  tree *end = &parameters;
  tree other = TYPE_ARG_TYPES (b);
  for (tree link = TYPE_ARG_TYPES (a); link; link = TREE_CHAIN (link))
    {
      tree type = TREE_VALUE (link);
      if (other)
	{
	  type = merge_types (type, TREE_VALUE (other), known);
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

/* The same of two types of one code with parts.  */
static tree
merge_derived_types (tree a, tree b, composite_map *known)
{
  if (TREE_CODE (a) == FUNCTION_TYPE)
    return merge_function_types (a, b, known);
  tree part = merge_types (TREE_TYPE (a), TREE_TYPE (b), known);
  if (part == TREE_TYPE (a))
    return a;
  if (TREE_CODE (a) == ARRAY_TYPE)
    return build_array_type (part, TYPE_DOMAIN (a));
  return build_qualified_type (build_pointer_type (part), TYPE_QUALS (a));
}

/* The composite of A and B, compatible types, with integers for enums; A itself
   if it already is that.  */
static tree
merge_types (tree a, tree b, composite_map *known)
{
  if (a == b)
    return a;
  if (TREE_CODE (a) == ENUMERAL_TYPE && TREE_CODE (b) == INTEGER_TYPE)
    return build_qualified_type (TYPE_MAIN_VARIANT (b), TYPE_QUALS (a));
  if (TREE_CODE (a) != TREE_CODE (b)
      || (!POINTER_TYPE_P (a) && TREE_CODE (a) != ARRAY_TYPE
	  && TREE_CODE (a) != FUNCTION_TYPE))
    return a;
  HOST_WIDE_INT pair = (HOST_WIDE_INT) TYPE_UID (a) << 32 | TYPE_UID (b);
  if (tree *composite = known->get (pair))
    return *composite;
  tree composite = merge_derived_types (a, b, known);
  known->put (pair, composite);
  return composite;
}

static tree
composite_type (tree a, tree b)
{
  if (a == b)
    return a;
  composite_map known;
  return merge_types (a, b, &known);
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
  tree merged = composite_type (previous, declared);
  if (known)
    TREE_VALUE (known) = merged;
  else if (merged != previous
	   || composite_type (declared, previous) != declared)
    add_differing (DECL_NAME (decl), merged);
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
      types.safe_push (composite_type (declared, TREE_TYPE (parameter)));
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
