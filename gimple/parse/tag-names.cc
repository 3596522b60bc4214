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
#include "declaration-state.h"
#include "tag-names.h"
#include "unit-notes.h"

#define TYPEDEF_ATTRIBUTE "kcfi typedef name"
#define PARENT_ATTRIBUTE "kcfi member of"
#define OWNER_ATTRIBUTE "kcfi parameter of"

/* Where the parser stands with regard to unnamed tags, by their TYPE_UIDs: the
   collector does not see this.  */
static struct kcfi_declaration_state declaration;

/* TYPE_UIDs of the types that fields were followed through, and of the records
   whose fields were: once is enough.  A type that leads to a tag is made behind
   it, so that what was followed before leads to no tag that came later.  */
static struct kcfi_number_set followed;

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

/* If TYPE is a pending unnamed tag, it is a member of PARENT.  */
static void
adopt_tag (tree type, tree parent)
{
  if (!unnamed_tag_p (type))
    return;
  tree tag = kcfi_tag_of (type);
  if (kcfi_declaration_adopt (&declaration, TYPE_UID (tag)))
    set_tag_attribute (tag, PARENT_ATTRIBUTE,
		       build_tree_list (NULL_TREE, parent));
}

/* The pending unnamed tags that TYPE leads to, by way of pointers, arrays and
   prototypes, are members of PARENT.  */
static void
adopt_tags_behind (tree type, tree parent)
{
  auto_vec<tree, 16> todo;
  todo.safe_push (type);
  while (!todo.is_empty ())
    {
      type = todo.pop ();
      if (tag_p (type))
	adopt_tag (type, parent);
      if (type == error_mark_node
	  || !(POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE
	       || FUNC_OR_METHOD_TYPE_P (type))
	  || !kcfi_number_set_add (&followed, TYPE_UID (type)))
	continue;
      todo.safe_push (TREE_TYPE (type));
      if (FUNC_OR_METHOD_TYPE_P (type))
	for (tree link = TYPE_ARG_TYPES (type); link; link = TREE_CHAIN (link))
	  todo.safe_push (TREE_VALUE (link));
    }
}

/* The record TYPE is complete, or is only mentioned: its pending members are
   found the first time.  */
static void
adopt_members (tree type)
{
  if (!TYPE_FIELDS (type) || !kcfi_declaration_pending_p (&declaration)
      || !kcfi_number_set_add (&followed, TYPE_UID (type)))
    return;
  for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
    if (TREE_CODE (field) == FIELD_DECL)
      adopt_tags_behind (TREE_TYPE (field), type);
}

/* How deep the parser is inside of functions and statement expressions.  */
static unsigned
statement_depth (void)
{
  return vec_safe_length (stmt_list_stack);
}

/* RECENT_TAGS is a stack: the tags met last are at the front, and those deeper
   inside of statements are in front of the others.  */
static bool
recent_tag_inside_p (const_tree link, unsigned depth)
{
  return link && tree_to_uhwi (TREE_PURPOSE (link)) >= depth;
}

/* What is at DEPTH or deeper has ended: no parameter list there is open.  */
static void
forget_recent_tags (unsigned depth)
{
  tree *place = kcfi_unit_note (KCFI_NOTE_RECENT_TAGS);
  while (recent_tag_inside_p (*place, depth))
    *place = TREE_CHAIN (*place);
}

/* TYPE, a tag without a function that it belongs to, may be of a parameter list
   whose declarator is not complete.  */
static void
note_recent_tag (tree type)
{
  tree context = TYPE_CONTEXT (type);
  last_met_tag = MAX (last_met_tag, TYPE_UID (type));
  if (TYPE_UID (type) <= last_known_tag
      || (context && TREE_CODE (context) != FUNCTION_DECL))
    return;
  unsigned depth = statement_depth ();
  forget_recent_tags (depth + 1);
  kcfi_push_note (KCFI_NOTE_RECENT_TAGS, build_int_cst (size_type_node, depth),
		  type);
}

static void
set_owner (tree type, tree function, bool is_static)
{
  set_tag_attribute (
      type, OWNER_ATTRIBUTE,
      build_tree_list (is_static ? integer_one_node : NULL_TREE, function));
}

/* True if TYPE is declared between the parentheses and the body of a function
   without a prototype: `int f (a) struct s { ... } *a; { ... }'.  GCC's context of
   such a tag is the function; for Clang, which declares the parameters later, it
   is the one around it.  */
static bool
old_style_parameter_p (const_tree type)
{
  return current_function_decl && !DECL_STRUCT_FUNCTION (current_function_decl)
	 && TYPE_CONTEXT (type) == current_function_decl;
}

void
kcfi_tag_names_see_type (tree type)
{
  if (!tag_p (type))
    return;
  type = kcfi_tag_of (type);
  note_recent_tag (type);
  if (old_style_parameter_p (type) && !tag_attribute (type, OWNER_ATTRIBUTE))
    set_owner (type, NULL_TREE, false);
  if (RECORD_OR_UNION_TYPE_P (type))
    adopt_members (type);
  if (!unnamed_tag_p (type))
    return;
  kcfi_declaration_enter_tag (&declaration, TYPE_UID (type));
  *kcfi_unit_note (KCFI_NOTE_DECLARATORS) = NULL_TREE;
}

/* True if BEFORE, declared after the unnamed tag was, may stand in the same
   declaration as a typedef of the tag that is being declared now.  Otherwise
   that typedef is the work of __typeof__, and names nothing:

     typedef struct { ... } *before; typedef __typeof__ (*(before)0) now;

   The name of BEFORE has then been looked up since: lookup_name in
   c-decl.c.  */
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
      || !kcfi_declaration_declares_p (&declaration,
				       TYPE_UID (kcfi_tag_of (type))))
    return;
  for (tree link = *kcfi_unit_note (KCFI_NOTE_DECLARATORS); link;
       link = TREE_CHAIN (link))
    if (!same_declaration_p (TREE_VALUE (link)))
      {
	kcfi_declaration_end_tag (&declaration);
	return;
      }
  set_tag_attribute (kcfi_tag_of (type), TYPEDEF_ATTRIBUTE, DECL_NAME (decl));
}

/* Whether Clang finds the tag TYPE in the scope of the parameter list that
   declares it: by its name, or by an enum's constants.  */
static bool
in_scope_p (const_tree type)
{
  return TYPE_NAME (type) || TREE_CODE (type) == ENUMERAL_TYPE;
}

void
kcfi_tag_names_see_parameters (tree decl)
{
  tree list = TYPE_ARG_TYPES (TREE_TYPE (decl));
  unsigned depth = statement_depth ();
  for (tree link = *kcfi_unit_note (KCFI_NOTE_RECENT_TAGS);
       recent_tag_inside_p (link, depth); link = TREE_CHAIN (link))
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

/* A declarator is complete, or a function's body follows.  */
static void
leave_declarator (bool is_typedef)
{
  kcfi_declaration_leave (&declaration, is_typedef);
  forget_recent_tags (statement_depth ());
  if (!current_function_decl)
    last_known_tag = last_met_tag;
}

void
kcfi_tag_names_see_declarator (tree decl)
{
  /* Fields and parameters stand inside a declaration that is not over.  */
  if (TREE_CODE (decl) == FIELD_DECL || TREE_CODE (decl) == PARM_DECL)
    return;
  bool is_typedef = TREE_CODE (decl) == TYPE_DECL;
  if (is_typedef)
    {
      name_tag_by_typedef (decl);
      if (declaration.declared)
	kcfi_push_note (KCFI_NOTE_DECLARATORS, NULL_TREE, decl);
    }
  leave_declarator (is_typedef);
}

void
kcfi_tag_names_see_definition (tree decl)
{
  if (TREE_CODE (decl) == FUNCTION_DECL)
    kcfi_tag_names_see_parameters (decl);
  kcfi_declaration_leave (&declaration, false);
  forget_recent_tags (statement_depth ());
}
