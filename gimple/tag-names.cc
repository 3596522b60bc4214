/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of unnamed tags, from the parser's events.  tag-names.h says why.

   The C parser tells PLUGIN_FINISH_TYPE at the end of each struct, union and
   enum specifier and PLUGIN_FINISH_DECL at the end of each declarator:

     typedef struct { ... } *p, t;     FINISH_TYPE, FINISH_DECL p, FINISH_DECL t

   Clang's rules are Sema::setTagNameForLinkagePurposes (the first plain typedef
   of the declaration that defines the tag) and the declaration context of an
   unnamed tag inside another one.  */

#include "../plugin/gcc-compat.h"
#include "tag-names.h"

#define TYPEDEF_ATTRIBUTE "kcfi typedef name"
#define PARENT_ATTRIBUTE "kcfi member of"
#define OWNER_ATTRIBUTE "kcfi parameter of"

/* TYPE_UIDs (not trees: the collector does not see this) of unnamed tags that
   were finished and may still turn out to be members of an enclosing tag.  */
static auto_vec<unsigned> pending;

/* The unnamed tag whose declaration is being parsed, and the declarator of the
   same declaration that came before.  */
static unsigned declared_tag;
static location_t previous_declarator;

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

struct kcfi_tag_owner
kcfi_tag_parameter_owner (const_tree type)
{
  struct kcfi_tag_owner owner = { NULL_TREE, false, 0 };
  tree value = tag_attribute (type, OWNER_ATTRIBUTE);
  if (value && TREE_VALUE (value))
    {
      owner.function = TREE_VALUE (value);
      owner.is_static = !integer_zerop (TREE_VALUE (TREE_CHAIN (value)));
      owner.identity = tree_to_uhwi (TREE_PURPOSE (TREE_CHAIN (value)));
    }
  return owner;
}

static bool
unnamed_tag_p (const_tree type)
{
  return tag_p (type) && !TYPE_NAME (TYPE_MAIN_VARIANT (type))
	 && !kcfi_tag_typedef_name (TYPE_MAIN_VARIANT (type));
}

/* If TYPE leads to a pending unnamed tag, that tag is a member of PARENT.  */
static void
adopt_members_of_type (tree type, tree parent)
{
  type = strip_derivation (type);
  if (FUNC_OR_METHOD_TYPE_P (type))
    {
      adopt_members_of_type (TREE_TYPE (type), parent);
      return;
    }
  if (!unnamed_tag_p (type))
    return;
  tree tag = TYPE_MAIN_VARIANT (type);
  int place = pending.length () - 1;
  while (place >= 0 && pending[place] != TYPE_UID (tag))
    place--;
  if (place < 0)
    return;
  set_tag_attribute (tag, PARENT_ATTRIBUTE,
		     build_tree_list (NULL_TREE, parent));
  pending.unordered_remove (place);
}

static void
on_finish_type (void *event_data, void *)
{
  tree type = (tree) event_data;
  if (!type || type == error_mark_node || !tag_p (type))
    return;
  type = TYPE_MAIN_VARIANT (type);
  if (!pending.is_empty () && RECORD_OR_UNION_TYPE_P (type))
    for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
      if (TREE_CODE (field) == FIELD_DECL
	  && TREE_TYPE (field) != error_mark_node)
	adopt_members_of_type (TREE_TYPE (field), type);
  if (!unnamed_tag_p (type))
    return;
  pending.safe_push (TYPE_UID (type));
  declared_tag = TYPE_UID (type);
  previous_declarator = UNKNOWN_LOCATION;
}

/* True if the source between FROM and TO, two declarators, has no `;': then
   they belong to one declaration.  Unreadable source (standard input) is
   decided by the line.  */
static bool
same_declaration_p (location_t from, location_t to)
{
  expanded_location first = expand_location (from);
  expanded_location last = expand_location (to);
  if (!first.file || !last.file || strcmp (first.file, last.file) != 0)
    return false;
  FILE *source = fopen (first.file, "r");
  if (!source)
    return first.line == last.line;
  bool same = true;
  int line = 1, column = 1, character;
  while (same && (character = getc (source)) != EOF
	 && (line < last.line || (line == last.line && column < last.column)))
    {
      bool inside
	  = line > first.line || (line == first.line && column >= first.column);
      if (inside && character == ';')
	same = false;
      column++;
      if (character == '\n')
	{
	  line++;
	  column = 1;
	}
    }
  fclose (source);
  return same;
}

/* `typedef struct { ... } DECL;' names the struct.  */
static void
name_tag_by_typedef (tree decl)
{
  tree type = DECL_ORIGINAL_TYPE (decl);
  if (!type)
    type = TREE_TYPE (decl);
  location_t before = previous_declarator;
  previous_declarator = DECL_SOURCE_LOCATION (decl);
  if (!unnamed_tag_p (type) || type != TYPE_MAIN_VARIANT (type)
      || TYPE_UID (type) != declared_tag)
    return;
  if (before != UNKNOWN_LOCATION
      && !same_declaration_p (before, DECL_SOURCE_LOCATION (decl)))
    return;
  set_tag_attribute (type, TYPEDEF_ATTRIBUTE, DECL_NAME (decl));
}

/* Tags first seen in the parameter list of FNTYPE belong to the function DECL;
   to nobody if DECL is NULL_TREE.  Parameter lists further inside (callbacks)
   belong to nobody.  */
static void
settle_parameter_tags (tree fntype, tree decl)
{
  for (tree link = TYPE_ARG_TYPES (fntype); link; link = TREE_CHAIN (link))
    {
      tree type = strip_derivation (TREE_VALUE (link));
      if (FUNC_OR_METHOD_TYPE_P (type))
	{
	  settle_parameter_tags (type, NULL_TREE);
	  continue;
	}
      if (!tag_p (type))
	continue;
      type = TYPE_MAIN_VARIANT (type);
      if (!TYPE_CONTEXT (type)
	  || TREE_CODE (TYPE_CONTEXT (type)) != FUNCTION_TYPE
	  || tag_attribute (type, OWNER_ATTRIBUTE))
	continue;
      tree value = build_tree_list (NULL_TREE, NULL_TREE);
      if (decl)
	{
	  tree identity = build_int_cst (unsigned_type_node, DECL_UID (decl));
	  tree is_static
	      = build_int_cst (integer_type_node, !TREE_PUBLIC (decl));
	  TREE_VALUE (value) = DECL_NAME (decl);
	  TREE_CHAIN (value) = build_tree_list (identity, is_static);
	}
      set_tag_attribute (type, OWNER_ATTRIBUTE, value);
    }
}

static void
settle_declaration (tree decl)
{
  if (TREE_TYPE (decl) == error_mark_node)
    return;
  tree type = strip_derivation (TREE_TYPE (decl));
  if (FUNC_OR_METHOD_TYPE_P (type))
    settle_parameter_tags (type, TREE_CODE (decl) == FUNCTION_DECL ? decl
								   : NULL_TREE);
}

static void
on_finish_decl (void *event_data, void *)
{
  tree decl = (tree) event_data;
  if (!decl || decl == error_mark_node)
    return;
  /* Fields and parameters stand inside a declaration that is not over.  */
  if (TREE_CODE (decl) == FIELD_DECL || TREE_CODE (decl) == PARM_DECL)
    return;
  if (TREE_CODE (decl) == TYPE_DECL)
    name_tag_by_typedef (decl);
  else
    previous_declarator = DECL_SOURCE_LOCATION (decl);
  settle_declaration (decl);
  pending.truncate (0);
}

static void
on_start_function (void *event_data, void *)
{
  tree decl = (tree) event_data;
  if (decl && decl != error_mark_node && TREE_CODE (decl) == FUNCTION_DECL)
    settle_declaration (decl);
  pending.truncate (0);
}

void
kcfi_tag_names_start (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_FINISH_TYPE, on_finish_type, NULL);
  register_callback (plugin_name, PLUGIN_FINISH_DECL, on_finish_decl, NULL);
  register_callback (plugin_name, PLUGIN_START_PARSE_FUNCTION,
		     on_start_function, NULL);
}
