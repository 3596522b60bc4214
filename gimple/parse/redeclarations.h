/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions declared once with an enum and once with its integer type.

   C calls the two compatible.  Of `void f (enum e); void f (unsigned x) {}' GCC
   keeps the enum in f's composite type and Clang the integer, which is what the
   id is made of.  Each declaration is therefore seen before GCC merges it.  */

#ifndef KCFI_REDECLARATIONS_H
#define KCFI_REDECLARATIONS_H

/* An observer of declarations (source-events.cc): DECL is a new FUNCTION_DECL
   that is not merged with an earlier one yet.  */
void kcfi_redeclarations_see_declaration (tree decl);

/* The type that the function DECL has for Clang: TREE_TYPE (DECL) but for the
   functions above.  */
tree kcfi_declared_type (tree decl);

/* The same for DECL where it is defined: a definition in the old style has no
   prototype of its own, but types of parameters.  */
tree kcfi_defined_type (tree decl);

#endif
