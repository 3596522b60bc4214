/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DWARF's base types: "long unsigned int" is m.  */

#ifndef AUDIT_DWARF_BASE_TYPES_H
#define AUDIT_DWARF_BASE_TYPES_H

#include "../../../gimple/ids/type-model.h"

/* What DWARF says about a base type.  */
struct audit_base_type
{
  const char *name;
  unsigned encoding; /* DW_ATE_signed ...  */
  uint64_t size;     /* In bytes.  */
  unsigned machine;  /* EM_X86_64 ...  */
};

/* BASE as a type of MODEL; NULL if it is none of C's.  */
const kcfi_type *audit_base_type (kcfi_type_model *model,
				  const struct audit_base_type *base);

#endif
