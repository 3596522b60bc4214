/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strings of C++ function types, made by the front end's own mangler.

   GCC mangles types as Clang does, since both follow the Itanium C++ ABI:
   what stands here is what the two do differently for a type id
   (doc/cxx.md).  */

#ifndef KCFI_TYPE_STRINGS_H
#define KCFI_TYPE_STRINGS_H

/* The name of FNTYPE, a FUNCTION_TYPE or METHOD_TYPE, as typeid (FNTYPE).name ()
   has it, without the object of a member function: "FiiE", "KFiiE".  No
   exception specification of its own, no attributes.  The caller frees it.  Only
   where the language has own_mangler (language.h), and before types are stripped
   for link-time optimisation.  */
char *kcfi_cxx_type_name (tree fntype);

/* The type that the id of the function DECL is made of: that of what a thunk
   leads to; constructors and destructors without their hidden parameters and
   with void as their result, destructors with an unused parameter of type
   `void *'.  */
tree kcfi_cxx_declared_type (tree decl);

#endif
