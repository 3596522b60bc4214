/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC makes [*] and [0] alike: a copy of the array type over the open range
   [0:], of size zero (grokdeclarator in c-decl.c).  Only [*] sets
   C_TYPE_VARIABLE_SIZE, but it sets it on the shared type, from which every
   later [0] of that element copies it.  So whenever a declaration shows a [*],
   the shared type is cleared again.  */

#include "../plugin/gcc-compat.h"
#include "star-arrays.h"
#include "unit-notes.h"

#define ARRAY_TYPEDEFS "array typedefs"

/* C_TYPE_VARIABLE_SIZE of c-tree.h, which is not among the plugin headers.  */
#define VARIABLE_SIZE(type) TYPE_LANG_FLAG_1 (type)

bool
kcfi_star_array_p (const_tree type)
{
  return TYPE_DOMAIN (type) && !TYPE_MAX_VALUE (TYPE_DOMAIN (type))
	 && VARIABLE_SIZE (type);
}

/* Clear the type that the [*] arrays inside TYPE were copied from.  */
static void
clear_shared_types (tree type)
{
  for (; POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE;
       type = TREE_TYPE (type))
    if (TREE_CODE (type) == ARRAY_TYPE && kcfi_star_array_p (type))
      {
	tree shared = build_array_type (TREE_TYPE (type), TYPE_DOMAIN (type));
	if (shared != type)
	  VARIABLE_SIZE (shared) = 0;
      }
  if (TREE_CODE (type) == FUNCTION_TYPE)
    for (tree link = TYPE_ARG_TYPES (type); link; link = TREE_CHAIN (link))
      clear_shared_types (TREE_VALUE (link));
}

/* Write DECL down if it is the typedef of an array whose elements lead to a
   function type.  */
static void
note_array_typedef (tree decl)
{
  tree type = TREE_TYPE (decl);
  if (TREE_CODE (decl) != TYPE_DECL || TREE_CODE (type) != ARRAY_TYPE)
    return;
  while (POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  if (TREE_CODE (type) != FUNCTION_TYPE)
    return;
  tree *typedefs = kcfi_unit_note (ARRAY_TYPEDEFS);
  *typedefs = tree_cons (NULL_TREE, decl, *typedefs);
}

tree
kcfi_array_typedefs (void)
{
  return *kcfi_unit_note (ARRAY_TYPEDEFS);
}

static void
on_declaration (void *event_data, void *)
{
  tree decl = (tree) event_data;
  if (!decl || !DECL_P (decl) || TREE_TYPE (decl) == error_mark_node)
    return;
  clear_shared_types (TREE_TYPE (decl));
  note_array_typedef (decl);
}

void
kcfi_star_arrays_start (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_FINISH_DECL, on_declaration, NULL);
  register_callback (plugin_name, PLUGIN_START_PARSE_FUNCTION, on_declaration,
		     NULL);
}
