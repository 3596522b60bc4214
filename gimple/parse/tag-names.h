/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How structs, unions and enums are called when GCC's trees do not say.

   GCC's C front end forgets three things that Clang's mangling needs: which
   typedef named an unnamed tag, which tag an unnamed member belongs to, and
   which function's parameter list a tag was first seen in.  They are noted
   while the source is parsed, as attributes of the tag, so that precompiled
   headers keep them.  */

#ifndef KCFI_TAG_NAMES_H
#define KCFI_TAG_NAMES_H

/* Observers of parser events (source-events.cc): a complete tag, a complete
   declarator, a function whose body follows.  */
void kcfi_tag_names_see_type (tree type);
void kcfi_tag_names_see_declarator (tree decl);
void kcfi_tag_names_see_definition (tree decl);

/* The tags of the parameter list of DECL, a new FUNCTION_DECL that is not yet
   merged with an earlier one, are DECL's.  */
void kcfi_tag_names_see_parameters (tree decl);

/* The type that stands for all of TYPE's variants and copies.  Attribute
   transparent_union on a typedef makes a copy that is no variant
   (handle_transparent_union_attribute), with copied fields.  What follows
   is asked about this type.  */
tree kcfi_tag_of (tree type);

/* For the tag TYPE: the typedef that names it, or NULL.  */
tree kcfi_tag_typedef_name (const_tree type);

/* The tag that TYPE is an unnamed member of, or NULL.  */
tree kcfi_tag_parent (const_tree type);

/* True if TYPE was first seen in the parameter list of a function: *FUNCTION is
   the name of the one it belongs to and *IS_STATIC whether that is local.
   *FUNCTION is NULL_TREE if it stays outside: an unnamed struct or union of a
   list at file scope.  */
bool kcfi_tag_parameter_owner (const_tree type, tree *function,
			       bool *is_static);

#endif
