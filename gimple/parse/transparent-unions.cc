/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To Clang transparency is a property of the union, even if a typedef's
   attribute asks for it, and the fields decide whether the request is granted
   (handleTransparentUnionAttr in SemaDeclAttr.cpp).  GCC makes the typedef a
   type of its own, and grants by the mode of the union
   (handle_transparent_union_attribute in c-attribs.c).  So the request is noted
   before GCC's handler sees it.  */

#include "../../plugin/gcc-compat.h"
#include "tag-names.h"
#include "transparent-unions.h"

#define REQUEST_ATTRIBUTE "kcfi transparent union"

void
kcfi_transparent_unions_see_attributes (tree node, tree attributes)
{
  if (!lookup_attribute ("transparent_union", attributes))
    return;
  tree type = TREE_CODE (node) == TYPE_DECL ? TREE_TYPE (node) : node;
  if (TREE_CODE (type) != UNION_TYPE)
    return;
  type = kcfi_tag_of (type);
  /* A typedef of a union that is not yet complete asks in vain.  */
  if (TREE_CODE (node) == TYPE_DECL && !COMPLETE_TYPE_P (type))
    return;
  if (!lookup_attribute (REQUEST_ATTRIBUTE, TYPE_ATTRIBUTES (type)))
    TYPE_ATTRIBUTES (type) = tree_cons (get_identifier (REQUEST_ATTRIBUTE),
					NULL_TREE, TYPE_ATTRIBUTES (type));
}

/* The type that FIELD is declared with; a bit-field's is not its TREE_TYPE.  */
static tree
declared_type (tree field)
{
  tree type = DECL_BIT_FIELD_TYPE (field);
  return type ? type : TREE_TYPE (field);
}

/* How FIELD's type is aligned; on some machines more outside of structs.  */
static unsigned
alignment (tree field)
{
  tree type = declared_type (field);
  unsigned align = TYPE_ALIGN (type);
#ifdef ADJUST_FIELD_ALIGN
  if (!TYPE_USER_ALIGN (type))
    align = ADJUST_FIELD_ALIGN (field, type, align);
#endif
  return align;
}

/* TYPE is floating or complex floating, a vector counts as such.  */
static bool
floating_p (const_tree type)
{
  if (TYPE_ATOMIC (type))
    return false;
  if (TREE_CODE (type) == COMPLEX_TYPE)
    type = TREE_TYPE (type);
  return TREE_CODE (type) == REAL_TYPE || VECTOR_TYPE_P (type);
}

tree
kcfi_transparent_field (tree type)
{
  type = kcfi_tag_of (type);
  if (!lookup_attribute (REQUEST_ATTRIBUTE, TYPE_ATTRIBUTES (type)))
    return NULL_TREE;
  tree first = NULL_TREE;
  for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
    {
      if (TREE_CODE (field) != FIELD_DECL)
	continue;
      tree size = TYPE_SIZE (declared_type (field));
      if (!size || (!first && floating_p (declared_type (field))))
	return NULL_TREE;
      if (!first)
	first = field;
      else if (!tree_int_cst_equal (size, TYPE_SIZE (declared_type (first)))
	       || alignment (field) > alignment (first))
	return NULL_TREE;
    }
  return first ? declared_type (first) : NULL_TREE;
}
