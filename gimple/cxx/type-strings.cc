/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strings of C++ function types.  type-strings.h says what they are.  */

#include "../../plugin/gcc-compat.h"
#include "../tree-reader.h"
#include "clang-spelling.h"
#include "type-strings.h"

/* Of the C++ front end (cp/cp-tree.h, which other compilers do not have): weak,
   and called in C++ only.  */
extern const char *mangle_type_string (tree) __attribute__ ((weak));
extern tree build_exception_variant (tree, tree) __attribute__ ((weak));
extern tree cp_build_type_attribute_variant (tree, tree) __attribute__ ((weak));

/* What GCC writes into the names of types, as vendor qualifiers, and Clang does not, or
   only where it makes a difference.  And transaction_safe, which -fgnu-tm makes part of
   a type: as with noexcept, a pointer without it may lead to a function with it.  */
static const char *const left_out[]
    = { "cdecl",    "fastcall",		  "ms_abi",	     "pcs",
	"regparm",  "sseregparm",	  "stdcall",	     "sysv_abi",
	"thiscall", "aarch64_vector_pcs", "transaction_safe" };

/* FNTYPE without these.  */
static tree
without_attributes (tree fntype)
{
  tree attributes = TYPE_ATTRIBUTES (fntype);
  for (size_t i = 0; attributes && i < ARRAY_SIZE (left_out); i++)
    if (lookup_attribute (left_out[i], attributes))
      attributes = remove_attribute (left_out[i], copy_list (attributes));
  return attributes == TYPE_ATTRIBUTES (fntype)
	     ? fntype
	     : cp_build_type_attribute_variant (fntype, attributes);
}

/* FNTYPE as Clang mangles it at the top of a string: without its exception
   specification, which may not be known yet (an implicit member's is made when it
   is needed), and without what GCC makes of attributes: noreturn is volatile,
   const is const.  The qualifiers of a METHOD_TYPE are those of its object.  */
static tree
type_to_mangle (tree fntype)
{
  fntype = without_attributes (fntype);
  if (TYPE_ATTRIBUTES (fntype) && TREE_CODE (fntype) == FUNCTION_TYPE)
    fntype = build_qualified_type (fntype, TYPE_UNQUALIFIED);
  /* The others, of which each GCC has some that it writes as vendor qualifiers: strub,
     preserve_none, riscv_vector_cc.  Clang writes none of them.  */
  if (TYPE_ATTRIBUTES (fntype))
    fntype = cp_build_type_attribute_variant (fntype, NULL_TREE);
  if (kcfi_compat_raises_exceptions (fntype))
    fntype = build_exception_variant (fntype, NULL_TREE);
  return fntype;
}

/* GCC has a mangling for each -fabi-version.  Ids are made by the newest, so that
   they depend on the types alone.  */
static char *
plain_name (tree fntype)
{
  int version = flag_abi_version;
  flag_abi_version = 0;
  char *name
      = kcfi_clang_spelling (mangle_type_string (type_to_mangle (fntype)));
  flag_abi_version = version;
  return name;
}

/* Clang's qualifier for a convention comes first: U7stdcallKFiiE.  */
char *
kcfi_cxx_type_name (tree fntype)
{
  char *name = plain_name (fntype);
  const char *convention = kcfi_calling_convention (fntype);
  if (!convention)
    return name;
  char *qualifier
      = xasprintf ("U%u%s", (unsigned) strlen (convention), convention);
  char *result = concat (qualifier, name, NULL);
  free (qualifier);
  free (name);
  return result;
}

/* The type of the constructor or destructor DECL as it was written.  GCC adds
   parameters if there are virtual bases (__in_chrg, __vtt_parm), and on ARM the
   result is the object.  */
static tree
written_type (tree decl)
{
  tree fntype = TREE_TYPE (decl);
  tree link = TREE_CHAIN (TYPE_ARG_TYPES (fntype));
  tree parameter = DECL_CHAIN (DECL_ARGUMENTS (decl));
  while (parameter && DECL_ARTIFICIAL (parameter))
    {
      link = TREE_CHAIN (link);
      parameter = DECL_CHAIN (parameter);
    }
  return build_function_type (void_type_node, link);
}

/* Nobody can take the address of a destructor, but the compiler does, for
   __cxa_atexit and __cxa_throw, which call it as a function of this type.  */
static tree
destructor_type (void)
{
  return build_function_type_list (void_type_node, ptr_type_node, NULL_TREE);
}

/* The function that DECL leads to if it is a thunk, else DECL.  A thunk jumps to a
   local alias of its function (.LTHUNK0), which is no destructor to GCC.  */
static tree
behind_thunks (tree decl)
{
  cgraph_node *node = cgraph_node::get (decl);
  while (node && node->thunk && node->callees)
    node = node->callees->callee->ultimate_alias_target ();
  return node ? node->decl : decl;
}

tree
kcfi_cxx_declared_type (tree decl)
{
  decl = behind_thunks (decl);
  tree type;
  if (DECL_CXX_DESTRUCTOR_P (decl))
    type = destructor_type ();
  else if (DECL_CXX_CONSTRUCTOR_P (decl))
    type = written_type (decl);
  else
    return TREE_TYPE (decl);
  return build_type_attribute_variant (type,
				       TYPE_ATTRIBUTES (TREE_TYPE (decl)));
}
