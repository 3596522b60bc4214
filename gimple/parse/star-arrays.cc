/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC makes [*] and [0] alike: a copy of the array type over the open range
   [0:], of size zero (grokdeclarator in c-decl.c).  Only [*] sets
   C_TYPE_VARIABLE_SIZE, but it sets it on the shared type, from which every
   later [0] of that element copies it.  So whenever a declaration shows a [*],
   the shared type is cleared again.  */

#include "../../plugin/gcc-compat.h"
#include "star-arrays.h"
#include "unit-notes.h"

/* C_TYPE_VARIABLE_SIZE of c-tree.h, which is not among the plugin headers.  */
#define VARIABLE_SIZE(type) TYPE_LANG_FLAG_1 (type)

/* C_ARRAY_PARAMETER of c-tree.h.  */
#define ARRAY_PARAMETER(decl) DECL_LANG_FLAG_0 (decl)

bool
kcfi_star_array_p (const_tree type)
{
  return TYPE_DOMAIN (type) && !TYPE_MAX_VALUE (TYPE_DOMAIN (type))
	 && VARIABLE_SIZE (type);
}

/* Clear the type that [*] arrays of ELEMENT were copied from.  */
static void
clear_shared_type (tree element, tree domain)
{
  VARIABLE_SIZE (build_array_type (element, domain)) = 0;
}

/* Clear the types that the [*] arrays inside TYPE were copied from.  */
static void
clear_shared_types (tree type)
{
  for (; POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE;
       type = TREE_TYPE (type))
    if (TREE_CODE (type) == ARRAY_TYPE && kcfi_star_array_p (type))
      clear_shared_type (TREE_TYPE (type), TYPE_DOMAIN (type));
  if (TREE_CODE (type) == FUNCTION_TYPE)
    for (tree link = TYPE_ARG_TYPES (type); link; link = TREE_CHAIN (link))
      clear_shared_types (TREE_VALUE (link));
}

/* The parameter DECL may be written `T name[*]', which its type, `T *', no
   longer shows.  GCC made the array before the qualifiers of T went into it,
   except for its address space.  */
static void
clear_decayed_type (const_tree decl)
{
  if (TREE_CODE (decl) != PARM_DECL || !ARRAY_PARAMETER (decl)
      || !POINTER_TYPE_P (TREE_TYPE (decl)))
    return;
  tree element = TREE_TYPE (TREE_TYPE (decl));
  if (!COMPLETE_TYPE_P (element))
    return;
  tree domain = build_range_type (sizetype, size_zero_node, NULL_TREE);
  int space = ENCODE_QUAL_ADDR_SPACE (TYPE_ADDR_SPACE (element));
  clear_shared_type (build_qualified_type (element, space), domain);
  clear_shared_type (build_qualified_type (TYPE_MAIN_VARIANT (element), space),
		     domain);
}

/* Write DECL down if it is a typedef that leads to a prototype by way of
   pointers and arrays.  */
static void
note_typedef (tree decl)
{
  tree type = TREE_TYPE (decl);
  if (TREE_CODE (decl) != TYPE_DECL)
    return;
  while (POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  if (TREE_CODE (type) != FUNCTION_TYPE)
    return;
  kcfi_push_note (KCFI_NOTE_PROTOTYPE_TYPEDEFS, NULL_TREE, decl);
}

tree
kcfi_prototype_typedefs (void)
{
  return *kcfi_unit_note (KCFI_NOTE_PROTOTYPE_TYPEDEFS);
}

void
kcfi_star_arrays_see_declaration (tree decl)
{
  if (!DECL_P (decl) || TREE_TYPE (decl) == error_mark_node)
    return;
  clear_shared_types (TREE_TYPE (decl));
  clear_decayed_type (decl);
  note_typedef (decl);
}
