/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warning about prototypes that Rust cannot match.

   A function pointer that both languages use needs one string in both.  What C writes
   and rustc never does, with normalized integers, was measured function by function
   (doc/rust.md "What matches").  Source of rustc's strings: rustc_sanitizers'
   encode_ty and encode_fnsig; of the types that it is given: bindgen.  */

#include "../plugin/gcc-compat.h"
#include "border-warning.h"
#include "mark.h"
#include "parse/border.h"
#include "parse/tag-names.h"
#include "tree-reader.h"

/* One declaration that is looked at.  */
struct border_search
{
  tree decl;
  bool warned;		     /* The notes below belong to a warning.  */
  hash_set<tree> *mentioned; /* The types that a note is about.  */
};

/* True if a note about TYPE is to be given; the warning itself goes first.  */
static bool
begin_note (border_search *search, tree type)
{
  if (search->mentioned->add (TYPE_MAIN_VARIANT (type)))
    return false;
  if (!search->warned)
    search->warned = warning_at (
	DECL_SOURCE_LOCATION (search->decl), 0,
	"KCFI: no function of Rust has the type id of a prototype in %qD: calls"
	" from one language to the other through it trap [warn=rust-ffi]",
	search->decl);
  return search->warned;
}

static void
note (border_search *search, tree type, const char *what)
{
  if (begin_note (search, type))
    inform (DECL_SOURCE_LOCATION (search->decl), what, type);
}

/* An enum is an integer in Rust, unless bindgen is told otherwise.  */
static void
note_enum (border_search *search, tree type)
{
  tree tag = TYPE_NAME (TYPE_MAIN_VARIANT (type));
  if (tag && TREE_CODE (tag) == TYPE_DECL)
    tag = DECL_NAME (tag);
  if (!tag)
    {
      note (search, type,
	    "%qT: bindgen makes an integer of it; give the enum a name, or"
	    " attribute %<cfi_encoding%>");
      return;
    }
  if (!begin_note (search, type))
    return;
  const char *name = IDENTIFIER_POINTER (tag);
  inform (DECL_SOURCE_LOCATION (search->decl),
	  "%qT: bindgen makes an integer of it; call bindgen with"
	  " %<--newtype-enum %s --with-attribute-custom-enum"
	  " %s=\"#[cfi_encoding = \\\"%u%s\\\"]\"%>, or give the enum the"
	  " name of its integer, %<cfi_encoding (\"u3%c32\")%>",
	  type, name, name, (unsigned) strlen (name), name,
	  TYPE_UNSIGNED (type) ? 'u' : 'i');
}

static bool
va_list_p (tree type)
{
  tree list = va_list_type_node;
  if (TREE_CODE (list) == ARRAY_TYPE)
    list = TREE_TYPE (list);
  return TYPE_MAIN_VARIANT (type) == TYPE_MAIN_VARIANT (list)
	 && RECORD_OR_UNION_TYPE_P (type);
}

static void
look_at_tag (border_search *search, tree type, bool by_value)
{
  tree tag = kcfi_tag_of (type);
  if (va_list_p (type))
    note (search, type, "%qT: what Rust has for it is called otherwise");
  else if (!TYPE_NAME (TYPE_MAIN_VARIANT (type))
	   && !kcfi_tag_typedef_name (tag))
    note (search, type, "%qT: give the type a tag or a typedef");
  else if (by_value && COMPLETE_TYPE_P (type)
	   && integer_zerop (TYPE_SIZE (type)))
    note (search, type,
	  "%qT: rustc leaves empty structs out of a prototype, so do the same");
  else if (by_value && TREE_CODE (type) == UNION_TYPE
	   && TYPE_TRANSPARENT_AGGR (type))
    note (search, type, "%qT: Rust has no transparent unions");
}

/* Look at the qualifiers of what POINTER points to that only C has.  */
static void
look_at_qualifiers (border_search *search, tree pointer)
{
  tree type = TREE_TYPE (pointer);
  if (FUNC_OR_METHOD_TYPE_P (type))
    return;
  if (TYPE_VOLATILE (type))
    note (search, pointer,
	  "%qT: Rust has no %<volatile%>; leave it out, and access what is"
	  " pointed to by a volatile type");
  else if (TYPE_RESTRICT (type))
    note (search, pointer, "%qT: Rust has no %<restrict%>; leave it out");
  else if (!ADDR_SPACE_GENERIC_P (TYPE_ADDR_SPACE (type)))
    note (search, pointer, "%qT: Rust has no address spaces");
}

static void look_at_function (border_search *search, tree fntype);

/* Look at TYPE, a part of a prototype.  BY_VALUE: it is a parameter or a result,
   whose own qualifiers do not count.  */
static void
look_at_part (border_search *search, tree type, bool by_value)
{
  for (;; type = TREE_TYPE (type), by_value = false)
    {
      if (lookup_attribute (KCFI_ENCODING_ATTRIBUTE, TYPE_ATTRIBUTES (type)))
	return;
      if (TYPE_ATOMIC (type))
	note (search, type, "%qT: Rust has no %<_Atomic%>");
      if (!POINTER_TYPE_P (type))
	break;
      look_at_qualifiers (search, type);
      if (TREE_CODE (TREE_TYPE (type)) == ARRAY_TYPE)
	note (search, type,
	      "%qT: rustc writes arrays behind pointers otherwise; point to the"
	      " element, or put the array into a struct");
      if (TREE_CODE (TREE_TYPE (type)) == FUNCTION_TYPE)
	note (search, type,
	      "%qT: bindgen writes %<Option<...>%>, which has another name;"
	      " declare the parameter in Rust"
	      " without %<Option%>");
    }
  switch (TREE_CODE (type))
    {
    case ENUMERAL_TYPE:
      note_enum (search, type);
      break;
    case RECORD_TYPE:
    case UNION_TYPE:
      look_at_tag (search, type, by_value);
      break;
    case FUNCTION_TYPE:
      look_at_function (search, type);
      break;
    case ARRAY_TYPE:
      look_at_part (search, TREE_TYPE (type), false);
      break;
    case VOID_TYPE:
    case INTEGER_TYPE:
    case BOOLEAN_TYPE:
      break;
    default:
      if (TYPE_MAIN_VARIANT (type) != float_type_node
	  && TYPE_MAIN_VARIANT (type) != double_type_node)
	note (search, type, "%qT: no type of Rust has its name");
      break;
    }
}

/* What makes FNTYPE another type than a Rust function's, apart from its parts.  */
static void
look_at_function (border_search *search, tree fntype)
{
  if (!prototype_p (fntype))
    note (search, fntype, "%qT: write a prototype");
  if (lookup_attribute (KCFI_SALT_ATTRIBUTE, TYPE_ATTRIBUTES (fntype)))
    note (search, fntype, "%qT: Rust has no %<cfi_salt%>");
  if (TYPE_VOLATILE (fntype))
    note (search, fntype,
	  "%qT: what does not return has a result of its own in Rust; leave"
	  " attribute %<noreturn%> out");
  if (kcfi_calling_convention (fntype))
    note (search, fntype,
	  "%qT: rustc leaves calling conventions out of names, C does not");
  look_at_part (search, TREE_TYPE (fntype), true);
  for (tree link = TYPE_ARG_TYPES (fntype);
       link && TREE_VALUE (link) != void_type_node; link = TREE_CHAIN (link))
    look_at_part (search, TREE_VALUE (link), true);
}

static void
warn_about_prototypes (tree decl, const vec<tree> &fntypes)
{
  hash_set<tree> mentioned;
  border_search search = { decl, false, &mentioned };
  auto_diagnostic_group group;
  for (unsigned i = 0; i < fntypes.length (); i++)
    look_at_function (&search, fntypes[i]);
}

void
kcfi_warn_border (void)
{
  kcfi_noted_border (warn_about_prototypes);
}
