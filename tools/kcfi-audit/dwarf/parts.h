/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prototype taken apart, to say where two differ.  */

#ifndef AUDIT_DWARF_PARTS_H
#define AUDIT_DWARF_PARTS_H

#include <elfutils/libdw.h>

#include "../../../gimple/ids/type-model.h"

/* The result and the parameters of TYPE, which DIE was read as, a line each:
   the name of the type as it is hashed, a tab, and the type as C, with the
   parameter's name.  A variadic one ends with a line "z\t...".  The caller
   frees it.  */
char *audit_prototype_parts (kcfi_type_model *model, const kcfi_type *type,
			     Dwarf_Die *die, bool normalize_integers);

#endif
