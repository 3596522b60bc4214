/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How structs, unions and enums are called when GCC's trees do not say.

   GCC's C front end forgets three things that Clang's mangling needs: which
   typedef named an unnamed tag, which tag an unnamed member belongs to, and
   which function's parameter list a tag was first seen in.  They are noted
   while the source is parsed, as attributes of the tag, so that precompiled
   headers keep them.  */

#ifndef KCFI_TAG_NAMES_H
#define KCFI_TAG_NAMES_H

/* Listen to the parser; call once, in the C front end.  PLUGIN_NAME is the
   name the callbacks are registered under.  */
void kcfi_tag_names_start (const char *plugin_name);

/* For the tag TYPE (a main variant): the typedef that names it, or NULL.  */
tree kcfi_tag_typedef_name (const_tree type);

/* The tag that TYPE is an unnamed member of, or NULL.  */
tree kcfi_tag_parent (const_tree type);

/* The function in whose parameter list TYPE was first seen.  */
struct kcfi_tag_owner
{
  tree function; /* Its identifier, or NULL_TREE: none.  */
  bool is_static;
  unsigned identity; /* The same for all tags of one function.  */
};
struct kcfi_tag_owner kcfi_tag_parameter_owner (const_tree type);

#endif
