/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declarations of the border to another language, noted while the source is read.  */

#include "../../plugin/gcc-compat.h"
#include "border.h"
#include "unit-notes.h"

#include <fnmatch.h>

static bool wanted;
static const char *file_pattern;

void
kcfi_border_start (const char *pattern)
{
  wanted = true;
  file_pattern = pattern;
}

static bool
on_border_p (const_tree decl)
{
  if (!file_pattern)
    return true;
  const char *file = expand_location (DECL_SOURCE_LOCATION (decl)).file;
  return file && fnmatch (file_pattern, file, 0) == 0;
}

/* The function type behind the pointers and arrays of TYPE, or NULL_TREE.  */
static tree
pointed_function (tree type)
{
  if (!POINTER_TYPE_P (type) && TREE_CODE (type) != ARRAY_TYPE)
    return NULL_TREE;
  while (POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  return TREE_CODE (type) == FUNCTION_TYPE ? type : NULL_TREE;
}

/* Bit-fields and padding have no name.  */
void
kcfi_border_see_type (tree type)
{
  if (!wanted || !RECORD_OR_UNION_TYPE_P (type))
    return;
  for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
    if (TREE_CODE (field) == FIELD_DECL && pointed_function (TREE_TYPE (field))
	&& on_border_p (field))
      kcfi_push_note (KCFI_NOTE_BORDER, NULL_TREE, field);
}

/* Parameters count as parts of their function.  */
void
kcfi_border_see_declaration (tree decl)
{
  if (wanted && TREE_CODE (decl) != PARM_DECL && on_border_p (decl))
    kcfi_push_note (KCFI_NOTE_BORDER, NULL_TREE, decl);
}

/* The prototypes that DECL's type leads to, into FNTYPES.  */
static void
collect_prototypes (tree decl, vec<tree> &fntypes)
{
  tree type = TREE_TYPE (decl);
  if (TREE_CODE (decl) == TYPE_DECL && TREE_CODE (type) == FUNCTION_TYPE)
    fntypes.safe_push (type);
  else if (tree fntype = pointed_function (type))
    fntypes.safe_push (fntype);
  else if (TREE_CODE (decl) == FUNCTION_DECL)
    for (tree link = TYPE_ARG_TYPES (type); link; link = TREE_CHAIN (link))
      if (tree parameter = pointed_function (TREE_VALUE (link)))
	fntypes.safe_push (parameter);
}

void
kcfi_noted_border (void (*visit) (tree decl, const vec<tree> &fntypes))
{
  tree notes = nreverse (kcfi_take_note (KCFI_NOTE_BORDER));
  /* GCC tells twice of a struct, and of each declaration of a function.  */
  hash_set<tree> seen;
  for (tree note = notes; note; note = TREE_CHAIN (note))
    {
      if (seen.add (TREE_VALUE (note)))
	continue;
      auto_vec<tree, 4> fntypes;
      collect_prototypes (TREE_VALUE (note), fntypes);
      visit (TREE_VALUE (note), fntypes);
    }
}
