/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC's type trees as types of the neutral model.

   Types are read once: the results are kept by TYPE_UID, which GCC never uses
   again, unlike the address of a collected tree.  */

#include "../plugin/gcc-compat.h"
#include "basic-types.h"
#include "mark.h"
#include "parse/redeclarations.h"
#include "tree-reader.h"
#include "parse/star-arrays.h"
#include "parse/tag-names.h"
#include "parse/transparent-unions.h"

static kcfi_type_model *model;
static const char *const *address_space_names;
typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;
static hash_map<uid_hash, const kcfi_type *> *read_types;

/* Variable length arrays that were read: each mention is a type of its own.  */
static unsigned mentions;

/* The function types that typedefs and first fields of transparent unions lead
   to.  */
static hash_set<uid_hash> *lasting_prototypes;

static const kcfi_type *read_type (tree type);

void
kcfi_tree_reader_start (kcfi_type_model *to, const char *const *address_spaces)
{
  model = to;
  address_space_names = address_spaces;
  read_types = new hash_map<uid_hash, const kcfi_type *>;
  lasting_prototypes = new hash_set<uid_hash>;
}

/* What TYPE leads to by way of pointers and arrays.  */
static tree
behind_pointers (tree type)
{
  while (POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  return type;
}

void
kcfi_read_prototype_typedefs (tree typedefs)
{
  /* A typedef may lead to its prototype by way of another one.  */
  hash_set<uid_hash> passed;
  for (tree link = typedefs; link; link = TREE_CHAIN (link))
    {
      tree type = TREE_TYPE (TREE_VALUE (link));
      while ((POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
	     && !passed.add (TYPE_UID (type)))
	type = TREE_TYPE (type);
      if (TREE_CODE (type) == FUNCTION_TYPE)
	lasting_prototypes->add (TYPE_UID (type));
    }
}

/* True for lengths that are no constant, and [*].  */
static bool
variable_array_p (tree array)
{
  tree domain = TYPE_DOMAIN (array);
  tree last = domain ? TYPE_MAX_VALUE (domain) : NULL_TREE;
  return last ? TREE_CODE (last) != INTEGER_CST : kcfi_star_array_p (array);
}

/* Arrays: [N] has a length, [], [*] and variable lengths have none.  GCC gives
   [0] a domain without an upper bound and a size of zero.  */
static const kcfi_type *
read_array (tree type)
{
  const kcfi_type *element = read_type (TREE_TYPE (type));
  tree domain = TYPE_DOMAIN (type);
  if (!domain)
    return kcfi_type_array (model, element, false, 0);
  if (variable_array_p (type))
    return kcfi_type_variable_array (model, element, mentions++);
  tree last = TYPE_MAX_VALUE (domain);
  if (!last)
    {
      bool empty = TYPE_SIZE (type) && integer_zerop (TYPE_SIZE (type));
      return kcfi_type_array (model, element, empty, 0);
    }
  return kcfi_type_array (model, element, true,
			  (uint64_t) (TREE_INT_CST_LOW (last) + 1));
}

/* What TYPE_NAME, an identifier or a TYPE_DECL, says.  */
static const char *
identifier_of (tree name)
{
  if (name && TREE_CODE (name) == TYPE_DECL)
    name = DECL_NAME (name);
  return name ? IDENTIFIER_POINTER (name) : NULL;
}

static void
set_local_scope (struct kcfi_tag *tag, tree name, bool is_static)
{
  tag->scope = KCFI_TAG_LOCAL;
  tag->function = IDENTIFIER_POINTER (name);
  tag->function_is_static = is_static;
  tag->function_identity = (uintptr_t) name;
}

/* The function in whose body the tag TYPE is declared, or NULL_TREE.  Its
   TYPE_CONTEXT may be a BLOCK; pushtag (c-decl.c) has noted the function in the
   tag's declaration.  */
static tree
defining_function (const_tree type)
{
  tree context = TYPE_CONTEXT (type);
  if (TYPE_STUB_DECL (type) && DECL_P (TYPE_STUB_DECL (type)))
    context = DECL_CONTEXT (TYPE_STUB_DECL (type));
  return context && TREE_CODE (context) == FUNCTION_DECL ? context : NULL_TREE;
}

/* FUNCTION's type if it has an assembler name of the source's choice (GCC marks
   it with a star), else NULL.  */
static const kcfi_type *
type_if_renamed (tree function)
{
  if (!DECL_ASSEMBLER_NAME_SET_P (function)
      || IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (function))[0] != '*')
    return NULL;
  return kcfi_read_function_type (kcfi_declared_type (function),
				  DECL_ARGUMENTS (function));
}

/* A tag first seen in a parameter list has a FUNCTION_TYPE as context, later
   perhaps the FUNCTION_DECL of the definition; what tag-names noted comes
   first.  */
static const kcfi_type *
read_tag (tree type)
{
  type = kcfi_tag_of (type);
  struct kcfi_tag tag = {};
  tag.identity = TYPE_UID (type);
  tag.scope = KCFI_TAG_FILE;
  tag.name = identifier_of (TYPE_NAME (type));
  if (!tag.name)
    {
      tag.name = identifier_of (kcfi_tag_typedef_name (type));
      tag.name_is_typedef = tag.name != NULL;
    }
  tree owner;
  bool owner_is_static;
  bool is_parameter = kcfi_tag_parameter_owner (type, &owner, &owner_is_static);
  tree context = defining_function (type);
  tree parent = tag.name ? NULL_TREE : kcfi_tag_parent (type);
  if (is_parameter && owner)
    set_local_scope (&tag, owner, owner_is_static);
  else if (parent)
    {
      tag.scope = KCFI_TAG_MEMBER;
      tag.parent = read_tag (parent);
    }
  else if (context && !is_parameter)
    {
      set_local_scope (&tag, DECL_NAME (context), !TREE_PUBLIC (context));
      tag.function_type = type_if_renamed (context);
    }
  return kcfi_type_tag (model, &tag);
}

static const kcfi_type *
read_union (tree type)
{
  const kcfi_type *tag = read_tag (type);
  tree first = kcfi_transparent_field (type);
  if (!first)
    return tag;
  lasting_prototypes->add (TYPE_UID (behind_pointers (first)));
  return kcfi_type_transparent_union (model, tag, read_type (first));
}

/* The text of attribute cfi_encoding of TYPE, or NULL.  That of a tag may have
   come after variants of it were made.  */
static const char *
encoding_of (tree type)
{
  tree attribute
      = lookup_attribute (KCFI_ENCODING_ATTRIBUTE, TYPE_ATTRIBUTES (type));
  if (!attribute
      && (RECORD_OR_UNION_TYPE_P (type) || TREE_CODE (type) == ENUMERAL_TYPE))
    attribute = lookup_attribute (KCFI_ENCODING_ATTRIBUTE,
				  TYPE_ATTRIBUTES (kcfi_tag_of (type)));
  return attribute ? TREE_STRING_POINTER (TREE_VALUE (TREE_VALUE (attribute)))
		   : NULL;
}

/* TYPE without its qualifiers.  */
static const kcfi_type *
read_unqualified (tree type)
{
  if (const char *encoding = encoding_of (type))
    return kcfi_type_encoded (model, encoding,
			      TYPE_UID (TYPE_MAIN_VARIANT (type)));
  const kcfi_type *basic = kcfi_read_basic_type (model, type);
  if (basic)
    return basic;
  switch (TREE_CODE (type))
    {
    case COMPLEX_TYPE:
      return kcfi_type_complex (model, read_type (TREE_TYPE (type)));
    case VECTOR_TYPE:
      return kcfi_type_vector (model, read_type (TREE_TYPE (type)),
			       TYPE_VECTOR_SUBPARTS (type).coeffs[0]);
    case POINTER_TYPE:
    case REFERENCE_TYPE:
      return kcfi_type_pointer (model, read_type (TREE_TYPE (type)));
    case ARRAY_TYPE:
      return read_array (type);
    case FUNCTION_TYPE:
      return kcfi_read_function_type (type, NULL_TREE);
    case UNION_TYPE:
      return read_union (type);
    case RECORD_TYPE:
    case ENUMERAL_TYPE:
      return read_tag (type);
    default:
      break;
    }
  /* A machine's own opaque type: by its name.  */
  const char *name = identifier_of (TYPE_NAME (type));
  struct kcfi_tag tag = {};
  tag.identity = TYPE_UID (TYPE_MAIN_VARIANT (type));
  tag.name = name;
  return kcfi_type_tag (model, &tag);
}

static const char *
address_space_name (addr_space_t space)
{
  for (unsigned i = 0; address_space_names && address_space_names[i]; i++)
    if (i + 1 == space)
      return address_space_names[i];
  return NULL;
}

static unsigned
qualifiers_of (const_tree type)
{
  /* An array is qualified through its element.  */
  if (TREE_CODE (type) == ARRAY_TYPE || FUNC_OR_METHOD_TYPE_P (type))
    return 0;
  return (TYPE_READONLY (type) ? KCFI_CONST : 0)
	 | (TYPE_VOLATILE (type) ? KCFI_VOLATILE : 0)
	 | (TYPE_RESTRICT (type) ? KCFI_RESTRICT : 0);
}

/* True if the variable length arrays that reading TYPE met are the same ones
   wherever TYPE stands: those in a prototype that is declared once.  An
   array that a parameter leads to without a prototype between is a new [*] in
   each parameter, even by a typedef (ASTContext::getVariableArrayDecayedType).
   GCC has one tree for all [*] of an element.  */
static bool
one_type_everywhere_p (tree type)
{
  if (TREE_CODE (type) == ARRAY_TYPE && variable_array_p (type))
    return false;
  /* As what it leads to, which was read just now.  */
  if (POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
    return read_types->get (TYPE_UID (TREE_TYPE (type))) != NULL;
  return lasting_prototypes->contains (TYPE_UID (type)) || TYPE_NAME (type);
}

static const kcfi_type *
read_type (tree type)
{
  if (const kcfi_type **known = read_types->get (TYPE_UID (type)))
    return *known;
  unsigned before = mentions;
  const kcfi_type *result = read_unqualified (type);
  if (TYPE_ATOMIC (type) && TREE_CODE (type) != ARRAY_TYPE)
    result = kcfi_type_atomic (model, result);
  const char *space = NULL;
  if (TREE_CODE (type) != ARRAY_TYPE)
    space = address_space_name (TYPE_ADDR_SPACE (type));
  result = kcfi_type_qualified (model, result, qualifiers_of (type), space);
  if (mentions == before || one_type_everywhere_p (type))
    read_types->put (TYPE_UID (type), result);
  return result;
}

static bool
has_attribute_p (const_tree fntype, const char *name)
{
  return lookup_attribute (name, TYPE_ATTRIBUTES (fntype)) != NULL_TREE;
}

/* Whether FNTYPE is stdcall if nothing says otherwise: -mrtd, on i386.  Not that of a
   C++ member, in Clang's strings.  */
static bool
stdcall_by_default_p (const_tree fntype)
{
#ifdef TARGET_RTD
  return TARGET_RTD && !TARGET_64BIT && TREE_CODE (fntype) != METHOD_TYPE;
#else
  (void) fntype;
  return false;
#endif
}

/* The vendor qualifier of FNTYPE's calling convention; Clang has none for
   thiscall.  Functions of a variable number of arguments cannot pop them: for
   both compilers they have the convention of C whatever is written
   (ix86_return_pops_args and init_cumulative_args in i386.cc; Sema's
   CheckCallingConvAttr, getDefaultCallingConvention).  */
static const char *
calling_convention (const_tree fntype, bool variadic)
{
  if (has_attribute_p (fntype, "ms_abi"))
    return "ms_abi";
  if (variadic)
    return NULL;
  if (has_attribute_p (fntype, "stdcall"))
    return "stdcall";
  if (has_attribute_p (fntype, "fastcall"))
    return "fastcall";
  if (stdcall_by_default_p (fntype) && !has_attribute_p (fntype, "cdecl")
      && !has_attribute_p (fntype, "thiscall"))
    return "stdcall";
  return NULL;
}

/* What makes FNTYPE another type to Clang (FunctionType::ExtInfo) though it is
   called the same: 0, or one number for each such thing.  */
static uint64_t
variety_of (const_tree fntype)
{
  static const char *const distinct[]
      = { "regparm",	      "nocf_check",    "no_caller_saved_registers",
	  "thiscall",	      "preserve_none", "aarch64_vector_pcs",
	  KCFI_SALT_ATTRIBUTE };
  inchash::hash number;
  bool found = TYPE_VOLATILE (fntype);
  number.add_int (found);
  for (size_t i = 0; i < ARRAY_SIZE (distinct); i++)
    if (tree attribute
	= lookup_attribute (distinct[i], TYPE_ATTRIBUTES (fntype)))
      {
	found = true;
	number.add_int (i);
	inchash::add_expr (TREE_VALUE (attribute), number);
      }
  return found ? (uint64_t) number.end () + 1 : 0;
}

const char *
kcfi_calling_convention (const_tree fntype)
{
  return calling_convention (fntype, stdarg_p (fntype)
					 || kcfi_compat_no_named_args (fntype));
}

const kcfi_type *
kcfi_read_function_type (tree fntype, tree parameters)
{
  auto_vec<const kcfi_type *, 16> types;
  struct kcfi_function_type function = {};
  function.result = read_type (TREE_TYPE (fntype));
  function.prototyped = prototype_p (fntype);
  function.variadic = stdarg_p (fntype) || kcfi_compat_no_named_args (fntype);
  function.vendor = kcfi_calling_convention (fntype);
  function.variety = variety_of (fntype);
  if (function.prototyped)
    {
      for (tree link = TYPE_ARG_TYPES (fntype);
	   link && TREE_VALUE (link) != void_type_node;
	   link = TREE_CHAIN (link))
	types.safe_push (read_type (TREE_VALUE (link)));
    }
  else
    for (; parameters; parameters = DECL_CHAIN (parameters))
      types.safe_push (read_type (DECL_ARG_TYPE (parameters)));
  function.parameters = types.address ();
  function.count = types.length ();
  return kcfi_type_function (model, &function);
}
