/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types without parts.  */

#ifndef KCFI_BASIC_TYPES_H
#define KCFI_BASIC_TYPES_H

#include "ids/type-model.h"

/* TYPE, whatever its qualifiers, in MODEL, which owns the result; NULL if it is
   made of other types or has a tag.  The letters are those of doc/type-ids.md
   and of the Itanium C++ ABI (5.1.5.2); the machine's own types have what GCC's
   TARGET_MANGLE_TYPE calls them.  */
const kcfi_type *kcfi_read_basic_type (kcfi_type_model *model, tree type);

#endif
