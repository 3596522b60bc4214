/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cfi_encoding ("...") gives a struct, union, enum or typedef the name that it has
   in the strings of ids, so that C can meet what another language calls the type:

     enum __attribute__ ((cfi_encoding ("u3u32"))) state { ... };

   The meaning is that of rustc's #[cfi_encoding].  Clang has no such attribute.  */

#include "gcc-compat.h"
#include "attribute-text.h"
#include "encoding-attribute.h"
#include "../gimple/ids/encoding.h"
#include "../gimple/language.h"
#include "../gimple/mark.h"

/* Complain about ENCODING, the argument of attribute NAME, and return false unless it
   is the name of a type.  */
static bool
check_encoding (tree name, tree encoding)
{
  if (const char *problem = kcfi_attribute_text_problem (encoding))
    {
      error (problem, name);
      return false;
    }
  const char *text = TREE_STRING_POINTER (encoding);
  struct kcfi_remangle_error problem;
  if (kcfi_encoding_check (text, &problem))
    return true;
  error (
      "%qE attribute argument %qs is not the Itanium name of one type: %s, at "
      "byte %u; write for example %<\"3foo\"%> or %<\"u3u32\"%>",
      name, text, problem.reason, (unsigned) problem.position);
  return false;
}

/* True if NODE is a type that can have the attribute: one that is being declared
   (FLAGS: in place), or a typedef.  */
static bool
named_type_p (tree node, int flags)
{
  if (TREE_CODE (node) == TYPE_DECL)
    return true;
  return (RECORD_OR_UNION_TYPE_P (node) || TREE_CODE (node) == ENUMERAL_TYPE)
	 && (flags & ATTR_FLAG_TYPE_IN_PLACE);
}

/* Give *PLACE, the type of a typedef, the attribute NAME (ARGUMENTS), on a variant of
   its own as attribute aligned does: the type itself keeps its name.  */
static void
encode_typedef (tree *place, tree name, tree arguments)
{
  *place = build_variant_type_copy (*place);
  TYPE_ATTRIBUTES (*place)
      = tree_cons (name, arguments,
		   remove_attribute (KCFI_ENCODING_ATTRIBUTE,
				     copy_list (TYPE_ATTRIBUTES (*place))));
}

static tree
handle_cfi_encoding (tree *node, tree name, tree arguments, int flags,
		     bool *no_add)
{
  *no_add = true;
  if (kcfi_unit_language ()->own_mangler)
    {
      warning (OPT_Wattributes, "%qE attribute ignored: it serves C only",
	       name);
      return NULL_TREE;
    }
  if (!named_type_p (*node, flags))
    {
      warning (OPT_Wattributes,
	       "%qE attribute ignored: it belongs on a struct, union, enum or "
	       "typedef where that is declared",
	       name);
      return NULL_TREE;
    }
  if (!check_encoding (name, TREE_VALUE (arguments)))
    return NULL_TREE;
  if (TREE_CODE (*node) == TYPE_DECL)
    encode_typedef (&TREE_TYPE (*node), name, arguments);
  else
    *no_add = false;
  return NULL_TREE;
}

static const attribute_spec spec
    = { KCFI_ENCODING_ATTRIBUTE, 1,   1, false, false, false, false,
	handle_cfi_encoding,	 NULL };

void
kcfi_register_encoding_attribute (void)
{
  register_attribute (&spec);
}
