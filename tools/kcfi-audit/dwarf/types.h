/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DWARF's types as types of the neutral model, for the mangler; what
   gimple/tree-reader does for GCC's trees.

   DWARF does not have all that a compiler hashes:
     - the number of an unnamed tag ($_0 ...): order of first mangling
     - that a union is transparent, that a type has a salt
     - Clang's: that a tag is local to a parameter list; __seg_fs, __seg_gs
     - GCC's: ms_abi and the other calling conventions
   The caller can ask for the likely ones as assumptions.  */

#ifndef AUDIT_DWARF_TYPES_H
#define AUDIT_DWARF_TYPES_H

#include <elfutils/libdw.h>

#include "../../../gimple/ids/type-model.h"

struct audit_types;

/* What to assume where DWARF is silent.  */
struct audit_assumptions
{
  bool transparent_unions; /* Union parameters are their first field.  */
  enum
  {
    AUDIT_NO_LOCAL_TAGS,
    AUDIT_INCOMPLETE_LOCAL_TAGS, /* Incomplete ones are local to the parameter
				   list, */
    AUDIT_ALL_LOCAL_TAGS	 /* or all are.  */
  } local_tags;
};

/* A reader for the unit CU of an ELF file for MACHINE (EM_X86_64 ...), with a
   type model of its own: numbers of unnamed tags start over in each unit.  */
struct audit_types *audit_types_new (Dwarf_Die *cu, unsigned machine);
void audit_types_free (struct audit_types *types);
kcfi_type_model *audit_types_model (struct audit_types *types);

/* The function type that DIE is: a subprogram or a subroutine type.  NULL if
   DWARF does not tell (damaged, or of another language).  */
const kcfi_type *audit_read_function_type (struct audit_types *types,
					   Dwarf_Die *die);

/* The same under ASSUMPTIONS, in a model of its own that *MODEL is set to and
   the caller frees.  */
const kcfi_type *
audit_assume_function_type (struct audit_types *types, Dwarf_Die *die,
			    const struct audit_assumptions *assumptions,
			    kcfi_type_model **model);

/* DIE with NAME as a C declaration, NULL for just the type; the names of
   parameters are left out unless WITH_NAMES.  Bounded in length.  The caller
   frees it.  */
char *audit_declaration (Dwarf_Die *die, const char *name, bool with_names);

/* The type of DIE, a parameter or the result of a function, as a declaration of
   NAME or, if that is NULL, just the type.  */
char *audit_type_declaration (Dwarf_Die *die, const char *name);

#endif
