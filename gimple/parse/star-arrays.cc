/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC makes [*] and [0] alike: a copy of the array type over the open range
   [0:], of size zero (grokdeclarator in c-decl.c).  Only [*] sets
   C_TYPE_VARIABLE_SIZE, but it sets it on the shared type, from which every
   later [0] of that element copies it.  So whenever a declaration shows a [*],
   the shared type is cleared again.  */

#include "../../plugin/gcc-compat.h"
#include "star-arrays.h"
#include "../../plugin/base/number-set.h"
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

/* TYPE_UIDs of the types that were looked into: each [*] makes an array type of
   its own, and with it new types around it, so that once is enough.  */
static struct kcfi_number_set looked_into;

/* Clear the types that the [*] arrays inside TYPE were copied from.  */
static void
clear_shared_types (tree type)
{
  auto_vec<tree, 16> todo;
  todo.safe_push (type);
  while (!todo.is_empty ())
    {
      type = todo.pop ();
      bool is_array = TREE_CODE (type) == ARRAY_TYPE;
      bool is_function = TREE_CODE (type) == FUNCTION_TYPE;
      if (!(is_array || is_function || POINTER_TYPE_P (type))
	  || !kcfi_number_set_add (&looked_into, TYPE_UID (type)))
	continue;
      if (is_array && kcfi_star_array_p (type))
	clear_shared_type (TREE_TYPE (type), TYPE_DOMAIN (type));
      if (!is_function)
	todo.safe_push (TREE_TYPE (type));
      else
	for (tree link = TYPE_ARG_TYPES (type); link; link = TREE_CHAIN (link))
	  todo.safe_push (TREE_VALUE (link));
    }
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

/* Of types that were asked about, by TYPE_UID: whether they lead to a prototype.  */
typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;
static hash_map<uid_hash, bool> *leads_to_prototype;

/* Whether TYPE leads to a prototype by way of pointers and arrays.  */
static bool
leads_to_prototype_p (tree type)
{
  if (!leads_to_prototype)
    leads_to_prototype = new hash_map<uid_hash, bool>;
  auto_vec<unsigned, 16> passed;
  bool *known = NULL;
  while ((POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
	 && !(known = leads_to_prototype->get (TYPE_UID (type))))
    {
      passed.safe_push (TYPE_UID (type));
      type = TREE_TYPE (type);
    }
  bool leads = known ? *known : TREE_CODE (type) == FUNCTION_TYPE;
  for (unsigned uid : passed)
    leads_to_prototype->put (uid, leads);
  return leads;
}

/* Write DECL down if it is a typedef that leads to a prototype.  */
static void
note_typedef (tree decl)
{
  if (TREE_CODE (decl) == TYPE_DECL && leads_to_prototype_p (TREE_TYPE (decl)))
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
