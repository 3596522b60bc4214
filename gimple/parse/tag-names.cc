/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of unnamed tags, from the parser's events.  tag-names.h says why.

   The C parser tells PLUGIN_FINISH_TYPE at the end of each struct, union and
   enum specifier and PLUGIN_FINISH_DECL at the end of each declarator:

     typedef struct { ... } *p, t;     FINISH_TYPE, FINISH_DECL p, FINISH_DECL t

   Clang's rules are Sema::setTagNameForLinkagePurposes (the first plain typedef
   of the declaration that defines the tag), the declaration context of an
   unnamed tag inside another one, and the end of Sema::ActOnFunctionDeclarator
   (what a parameter list declares becomes the function's).  */

#include "../../plugin/gcc-compat.h"
#include "tag-names.h"
#include "unit-notes.h"

#define TYPEDEF_ATTRIBUTE "kcfi typedef name"
#define PARENT_ATTRIBUTE "kcfi member of"
#define OWNER_ATTRIBUTE "kcfi parameter of"

/* TYPE_UIDs (not trees: the collector does not see this) of unnamed tags that
   were finished and may still turn out to be members of an enclosing tag.  */
static auto_vec<unsigned> pending;

/* The unnamed tag whose declaration is being parsed; 0 once something else
   than a typedef is declared.  */
static unsigned declared_tag;

/* The latest TYPE_UID of the tags that were met up to the end of a declaration:
   tags before it are not of a later parameter list.  */
static unsigned last_known_tag, last_met_tag;

static tree
tag_attribute (const_tree type, const char *name)
{
  tree found = lookup_attribute (name, TYPE_ATTRIBUTES (type));
  return found ? TREE_VALUE (found) : NULL_TREE;
}

static void
set_tag_attribute (tree type, const char *name, tree value)
{
  TYPE_ATTRIBUTES (type)
      = tree_cons (get_identifier (name), value, TYPE_ATTRIBUTES (type));
}

static bool
tag_p (const_tree type)
{
  return RECORD_OR_UNION_TYPE_P (type) || TREE_CODE (type) == ENUMERAL_TYPE;
}

/* The type at the end of TYPE's pointers and arrays.  */
static tree
strip_derivation (tree type)
{
  while (POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  return type;
}

tree
kcfi_tag_of (tree type)
{
  type = TYPE_MAIN_VARIANT (type);
  if (RECORD_OR_UNION_TYPE_P (type) && TYPE_FIELDS (type))
    {
      tree owner = DECL_CONTEXT (DECL_ORIGIN (TYPE_FIELDS (type)));
      if (owner && TREE_CODE (owner) == TREE_CODE (type))
	return TYPE_MAIN_VARIANT (owner);
    }
  return type;
}

tree
kcfi_tag_typedef_name (const_tree type)
{
  return tag_attribute (type, TYPEDEF_ATTRIBUTE);
}

tree
kcfi_tag_parent (const_tree type)
{
  tree parent = tag_attribute (type, PARENT_ATTRIBUTE);
  return parent ? TREE_VALUE (parent) : NULL_TREE;
}

bool
kcfi_tag_parameter_owner (const_tree type, tree *function, bool *is_static)
{
  tree value = tag_attribute (type, OWNER_ATTRIBUTE);
  if (!value)
    return false;
  *function = TREE_VALUE (value);
  *is_static = TREE_PURPOSE (value) != NULL_TREE;
  return true;
}

static bool
unnamed_tag_p (tree type)
{
  return tag_p (type) && !TYPE_NAME (kcfi_tag_of (type))
	 && !kcfi_tag_typedef_name (kcfi_tag_of (type));
}

/* If TYPE leads to a pending unnamed tag, that tag is a member of PARENT.  */
static void
adopt_members_of_type (tree type, tree parent)
{
  type = strip_derivation (type);
  if (FUNC_OR_METHOD_TYPE_P (type))
    {
      adopt_members_of_type (TREE_TYPE (type), parent);
      for (tree link = TYPE_ARG_TYPES (type); link; link = TREE_CHAIN (link))
	adopt_members_of_type (TREE_VALUE (link), parent);
      return;
    }
  if (!unnamed_tag_p (type))
    return;
  tree tag = kcfi_tag_of (type);
  int place = pending.length () - 1;
  while (place >= 0 && pending[place] != TYPE_UID (tag))
    place--;
  if (place < 0)
    return;
  set_tag_attribute (tag, PARENT_ATTRIBUTE,
		     build_tree_list (NULL_TREE, parent));
  /* A typedef behind the parent names no member of it.  */
  if (declared_tag == TYPE_UID (tag))
    declared_tag = 0;
  pending.unordered_remove (place);
}

void
kcfi_tag_names_see_type (tree type)
{
  if (!tag_p (type))
    return;
  type = kcfi_tag_of (type);
  tree context = TYPE_CONTEXT (type);
  last_met_tag = MAX (last_met_tag, TYPE_UID (type));
  if (TYPE_UID (type) > last_known_tag
      && (!context || TREE_CODE (context) == FUNCTION_DECL))
    kcfi_push_note (KCFI_NOTE_RECENT_TAGS, NULL_TREE, type);
  if (!pending.is_empty () && RECORD_OR_UNION_TYPE_P (type))
    for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
      if (TREE_CODE (field) == FIELD_DECL
	  && TREE_TYPE (field) != error_mark_node)
	adopt_members_of_type (TREE_TYPE (field), type);
  if (!unnamed_tag_p (type))
    return;
  pending.safe_push (TYPE_UID (type));
  declared_tag = TYPE_UID (type);
  *kcfi_unit_note (KCFI_NOTE_DECLARATORS) = NULL_TREE;
}

/* True if BEFORE, declared after the unnamed tag was, may stand in the same
   declaration as a typedef of the tag that is being declared now.  Otherwise
   that typedef is the work of __typeof__, and names nothing:

     typedef struct { ... } *before; typedef __typeof__ (*(before)0) now;

   The name of BEFORE has then been looked up since (lookup_name in c-decl.c).
   */
static bool
same_declaration_p (const_tree before)
{
  return !TREE_USED (before)
	 || lookup_attribute ("unused", DECL_ATTRIBUTES (before));
}

/* `typedef struct { ... } DECL;' names the struct.  */
static void
name_tag_by_typedef (tree decl)
{
  tree type = DECL_ORIGINAL_TYPE (decl);
  if (!type)
    type = TREE_TYPE (decl);
  if (!unnamed_tag_p (type) || TYPE_QUALS (type) != TYPE_UNQUALIFIED
      || TYPE_UID (kcfi_tag_of (type)) != declared_tag)
    return;
  for (tree link = *kcfi_unit_note (KCFI_NOTE_DECLARATORS); link;
       link = TREE_CHAIN (link))
    if (!same_declaration_p (TREE_VALUE (link)))
      return;
  set_tag_attribute (kcfi_tag_of (type), TYPEDEF_ATTRIBUTE, DECL_NAME (decl));
}

/* Whether Clang finds the tag TYPE in the scope of the parameter list that
   declares it: by its name, or by an enum's constants.  */
static bool
in_scope_p (const_tree type)
{
  return TYPE_NAME (type) || TREE_CODE (type) == ENUMERAL_TYPE;
}

static void
set_owner (tree type, tree function, bool is_static)
{
  set_tag_attribute (
      type, OWNER_ATTRIBUTE,
      build_tree_list (is_static ? integer_one_node : NULL_TREE, function));
}

void
kcfi_tag_names_see_parameters (tree decl)
{
  tree list = TYPE_ARG_TYPES (TREE_TYPE (decl));
  for (tree link = *kcfi_unit_note (KCFI_NOTE_RECENT_TAGS); link;
       link = TREE_CHAIN (link))
    {
      tree type = TREE_VALUE (link);
      tree context = TYPE_CONTEXT (type);
      if (!context || TREE_CODE (context) != FUNCTION_TYPE
	  || TYPE_ARG_TYPES (context) != list
	  || tag_attribute (type, OWNER_ATTRIBUTE))
	continue;
      if (in_scope_p (type))
	set_owner (type, DECL_NAME (decl), !TREE_PUBLIC (decl));
      else if (!current_function_decl)
	set_owner (type, NULL_TREE, false);
    }
}

/* A declarator is complete.  Inside a function it may be that of a statement
   expression in a parameter list, whose tags have no context yet.  */
static void
forget_recent_tags (void)
{
  tree *place = kcfi_unit_note (KCFI_NOTE_RECENT_TAGS);
  if (!current_function_decl)
    {
      *place = NULL_TREE;
      last_known_tag = last_met_tag;
    }
  while (*place)
    {
      tree context = TYPE_CONTEXT (TREE_VALUE (*place));
      if (context && TREE_CODE (context) == FUNCTION_TYPE)
	*place = TREE_CHAIN (*place);
      else
	place = &TREE_CHAIN (*place);
    }
}

void
kcfi_tag_names_see_declarator (tree decl)
{
  /* Fields and parameters stand inside a declaration that is not over.  */
  if (TREE_CODE (decl) == FIELD_DECL || TREE_CODE (decl) == PARM_DECL)
    return;
  if (TREE_CODE (decl) == TYPE_DECL)
    name_tag_by_typedef (decl);
  else
    declared_tag = 0;
  if (declared_tag)
    kcfi_push_note (KCFI_NOTE_DECLARATORS, NULL_TREE, decl);
  forget_recent_tags ();
  pending.truncate (0);
}

void
kcfi_tag_names_see_definition (tree decl)
{
  if (TREE_CODE (decl) == FUNCTION_DECL)
    kcfi_tag_names_see_parameters (decl);
  *kcfi_unit_note (KCFI_NOTE_RECENT_TAGS) = NULL_TREE;
  declared_tag = 0;
  pending.truncate (0);
}
