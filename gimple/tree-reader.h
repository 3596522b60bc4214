/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC's type trees as types of the neutral model.  */

#ifndef KCFI_TREE_READER_H
#define KCFI_TREE_READER_H

#include "ids/type-model.h"

/* Read into MODEL from now on (borrowed, like ADDRESS_SPACES, the names of
   GCC's address spaces 1, 2, ... ending with NULL, or NULL).  */
void kcfi_tree_reader_start (kcfi_type_model *model,
			     const char *const *address_spaces);

/* TYPEDEFS lists TYPE_DECLs: the prototype that one leads to is one type
   wherever the typedef stands, also where it is qualified, or an array that has
   become a pointer and no longer names it.  Call once, before anything is
   read.  */
void kcfi_read_prototype_typedefs (tree typedefs);

/* The function type FNTYPE.  PARAMETERS, unless NULL, are PARM_DECLs of a
   definition without a prototype: their promoted types are the parameters.  */
const kcfi_type *kcfi_read_function_type (tree fntype, tree parameters);

/* What Clang calls FNTYPE's calling convention in its string ("stdcall"), or NULL: most
   have no name there.  */
const char *kcfi_calling_convention (const_tree fntype);

#endif
