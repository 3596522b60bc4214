/* SPDX-License-Identifier: GPL-3.0-or-later */
/* no_sanitize ("kcfi"), cfi_salt ("...") and cfi_unchecked_callee.

   GCC's handler of no_sanitize warns about "kcfi" and forgets it, and a plugin
   cannot register a second no_sanitize.  So the plugin looks at the attributes
   of each declaration before GCC's handlers do, in targetm.insert_attributes,
   takes "kcfi" out and puts an attribute of its own in its place.  */

#include "gcc-compat.h"
#include "attribute-text.h"
#include "attributes.h"
#include "encoding-attribute.h"
#include "../gimple/cxx/virtual-ids.h"
#include "../gimple/language.h"
#include "../gimple/mark.h"
#include "../gimple/parse/source-events.h"
#include "../gimple/unchecked-functions.h"
#include "../gimple/typed-entries.h"
#include "../gimple/unit-phase.h"
#include "../rtl/kept-branches.h"

static void (*next_insert_attributes) (tree, tree *);

/* Look for the word "kcfi" in the comma-separated TEXT.  Returns what is left
   without it, NULL_TREE if nothing is; *FOUND is set if it was there.  "all"
   means kcfi as well and stays for GCC.  */
static tree
without_kcfi (tree text, bool *found)
{
  auto_vec<char, 64> rest;
  const char *word = TREE_STRING_POINTER (text);
  bool present = false;
  while (true)
    {
      size_t length = strcspn (word, ",");
      bool is_kcfi = length == 4 && strncmp (word, "kcfi", 4) == 0;
      present |= is_kcfi || (length == 3 && strncmp (word, "all", 3) == 0);
      if (!is_kcfi)
	{
	  if (!rest.is_empty ())
	    rest.safe_push (',');
	  for (size_t i = 0; i < length; i++)
	    rest.safe_push (word[i]);
	}
      if (!word[length])
	break;
      word += length + 1;
    }
  *found |= present;
  if (rest.is_empty ())
    return NULL_TREE;
  rest.safe_push ('\0');
  tree left = build_string (rest.length (), rest.address ());
  TREE_TYPE (left) = TREE_TYPE (text);
  return left;
}

/* The arguments of one no_sanitize attribute without "kcfi".  A list that was
   not a list of strings stays for GCC to complain about.  */
static tree
arguments_without_kcfi (tree arguments, bool *found)
{
  tree kept = NULL_TREE;
  tree *end = &kept;
  for (tree link = arguments; link; link = TREE_CHAIN (link))
    {
      tree value = TREE_VALUE (link);
      if (value && TREE_CODE (value) == STRING_CST)
	value = without_kcfi (value, found);
      if (!value)
	continue;
      *end = build_tree_list (TREE_PURPOSE (link), value);
      end = &TREE_CHAIN (*end);
    }
  return kept;
}

/* True if ATTRIBUTE is GNU's, or Clang's, no_sanitize.  */
static bool
no_sanitize_p (tree attribute)
{
  if (!is_attribute_p ("no_sanitize", get_attribute_name (attribute)))
    return false;
  tree space = cxx11_attribute_p (attribute)
		   ? get_attribute_namespace (attribute)
		   : NULL_TREE;
  return !space || is_attribute_p ("gnu", space)
	 || is_attribute_p ("clang", space);
}

/* Whether ATTRIBUTE is no_sanitize with something to read.  */
static bool
no_sanitize_of_something_p (tree attribute)
{
  return TREE_VALUE (attribute) && no_sanitize_p (attribute);
}

/* ATTRIBUTES with no_sanitize ("kcfi") replaced by the plugin's attribute.
   The list is shared by all declarators of a declaration: what changes is made
   anew, never edited.  */
static tree
take_over_no_sanitize (tree attributes)
{
  tree first = attributes;
  while (first && !no_sanitize_of_something_p (first))
    first = TREE_CHAIN (first);
  if (!first)
    return attributes;

  bool found = false;
  tree kept = NULL_TREE;
  tree *end = &kept;
  for (tree attribute = attributes; attribute;
       attribute = TREE_CHAIN (attribute))
    {
      tree arguments = TREE_VALUE (attribute);
      tree name = TREE_PURPOSE (attribute);
      if (no_sanitize_of_something_p (attribute))
	{
	  /* What is left of [[clang::no_sanitize]] is for GCC's handler.  */
	  name = get_identifier ("no_sanitize");
	  arguments = arguments_without_kcfi (arguments, &found);
	  if (!arguments)
	    continue;
	}
      *end = build_tree_list (name, arguments);
      end = &TREE_CHAIN (*end);
    }
  if (!found)
    return kept;
  return tree_cons (get_identifier (KCFI_UNCHECKED_ATTRIBUTE), NULL_TREE, kept);
}

static void
insert_attributes (tree node, tree *attributes)
{
  /* What the source says: GCC also declares functions of its own later.  */
  bool is_function = TREE_CODE (node) == FUNCTION_DECL;
  if (kcfi_unit_phase () == KCFI_PHASE_READING && (is_function || *attributes))
    {
      if (is_function && *attributes)
	*attributes = kcfi_without_kept_branches (
	    take_over_no_sanitize (kcfi_take_over_entry (*attributes)));
      kcfi_source_declaration (node, *attributes);
    }
  next_insert_attributes (node, attributes);
}

/* cfi_salt ("text") gives a function type another id.  An empty salt is none,
   as in Clang.  Of two salts Clang takes the one that it met last, which depends
   on where they stand: two unlike ones are an error here.  */
static tree
handle_cfi_salt (tree *node, tree name, tree arguments, int, bool *no_add)
{
  tree salt = TREE_VALUE (arguments);
  tree before = lookup_attribute (KCFI_SALT_ATTRIBUTE, TYPE_ATTRIBUTES (*node));
  const char *problem = kcfi_attribute_text_problem (salt);
  if (!problem && before
      && !simple_cst_equal (TREE_VALUE (TREE_VALUE (before)), salt))
    problem = "%qE attribute differs from the one that the type has already";
  if (problem)
    error (problem, name);
  *no_add = problem || before || TREE_STRING_LENGTH (salt) <= 1;
  return NULL_TREE;
}

/* cfi_unchecked_callee of Clang 21 keeps its UBSan from checking calls; its KCFI
   checks them all the same.  Known without effect, so that GCC is silent.  */
static tree
ignore_attribute (tree *, tree, tree, int, bool *no_add)
{
  *no_add = true;
  return NULL_TREE;
}

/* Clang's namespace: GCC 16 drops [[clang::...]] in the parser unless it knows
   the name.  insert_attributes takes no_sanitize over.  The first row's
   affects_type_identity is set when they are registered.  */
static attribute_spec clang_specs[]
    = { { KCFI_SALT_ATTRIBUTE, 1, 1, false, true, true, true, handle_cfi_salt,
	  NULL },
	{ "cfi_unchecked_callee", 0, 0, false, true, true, false,
	  ignore_attribute, NULL },
	{ "no_sanitize", 1, -1, true, false, false, false, NULL, NULL },
	{ NULL, 0, 0, false, false, false, false, NULL, NULL } };

static void
on_attributes (void *, void *)
{
  /* What makes types differ would be part of the mangled names of functions, and
     Clang's have no salt.  Ids have it all the same (prototype-ids.cc), and calls
     are kept apart by their marks.  */
  clang_specs[0].affects_type_identity
      = !kcfi_unit_language ()->attributes_in_symbols;
  kcfi_register_mark_attributes ();
  kcfi_register_unchecked_attribute ();
  register_attribute (&clang_specs[0]);
  register_attribute (&clang_specs[1]);
  kcfi_compat_register_scoped (clang_specs, "clang");
  kcfi_register_prebuilt_attribute ();
  kcfi_register_encoding_attribute ();
  kcfi_register_entry_attributes ();
}

void
kcfi_attributes_start (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_ATTRIBUTES, on_attributes, NULL);
  kcfi_marks_start ();
  kcfi_unchecked_functions_start ();
  next_insert_attributes = targetm.insert_attributes;
  targetm.insert_attributes = insert_attributes;
}
