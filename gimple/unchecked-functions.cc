/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attribute "kcfi unchecked" through the declarations of a function.

   The rule is Clang's (Sema::mergeDeclAttributes in SemaDecl.cpp, and the lookup
   of the previous declaration in C).  A definition has the attribute of

     - its own declarators;
     - the declarations at file scope before it;
     - one in a block, if that is the first of all.

   A declaration that follows the definition adds nothing, and says so; one in a
   block that is not the first adds nothing.  GCC keeps one list of attributes for
   all of them.  */

#include "../plugin/gcc-compat.h"
#include "unchecked-functions.h"

static const attribute_spec unchecked_attribute
    = { KCFI_UNCHECKED_ATTRIBUTE, 0, 0, true, false, false, false, NULL, NULL };

static tree (*next_merge_decl_attributes) (tree, tree);

static bool
says_unchecked_p (const_tree decl)
{
  return lookup_attribute (KCFI_UNCHECKED_ATTRIBUTE, DECL_ATTRIBUTES (decl))
	 != NULL_TREE;
}

/* The list may be shared with other declarations.  */
static void
take_unchecked_away (tree decl)
{
  DECL_ATTRIBUTES (decl) = remove_attribute (
      KCFI_UNCHECKED_ATTRIBUTE, copy_list (DECL_ATTRIBUTES (decl)));
}

static void
warn_about_late_attribute (tree defined, tree declared)
{
  auto_diagnostic_group group;
  if (warning_at (DECL_SOURCE_LOCATION (declared), OPT_Wattributes,
		  "KCFI: %<no_sanitize%> has no effect on the calls in %qD: the"
		  " declaration must precede the definition",
		  declared))
    inform (DECL_SOURCE_LOCATION (defined), "%qD is defined here", defined);
}

/* True if DECL stands in a block and names a function outside of it: nested
   functions have no linkage.  */
static bool
declared_in_block_p (const_tree decl)
{
  return current_function_decl && TREE_PUBLIC (decl);
}

/* targetm.merge_decl_attributes: DECLARED is about to become one with BEFORE.  */
static tree
merge_declarations (tree before, tree declared)
{
  if (TREE_CODE (declared) == FUNCTION_DECL && says_unchecked_p (declared)
      && !says_unchecked_p (before))
    {
      /* A definition has its initial value by now, and two of one function are
	 an inline one and its successor.  */
      bool late = DECL_INITIAL (before) && !DECL_INITIAL (declared);
      if (late)
	warn_about_late_attribute (before, declared);
      if (late || declared_in_block_p (declared))
	take_unchecked_away (declared);
    }
  return next_merge_decl_attributes (before, declared);
}

void
kcfi_unchecked_functions_start (void)
{
  next_merge_decl_attributes = targetm.merge_decl_attributes;
  targetm.merge_decl_attributes = merge_declarations;
}

void
kcfi_register_unchecked_attribute (void)
{
  register_attribute (&unchecked_attribute);
}

bool
kcfi_unchecked_function_p (const_tree decl)
{
  /* What stands lexically inside an unchecked function is unchecked: nested
     functions look at their parents.  */
  for (; decl && TREE_CODE (decl) == FUNCTION_DECL; decl = DECL_CONTEXT (decl))
    if (says_unchecked_p (decl))
      return true;
  return false;
}
