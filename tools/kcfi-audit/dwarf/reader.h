/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the reader of types, shared by types.c (types) and
   functions.c (function types).  */

#ifndef AUDIT_DWARF_READER_H
#define AUDIT_DWARF_READER_H

#include "types.h"
#include "offset-map.h"

enum
{
  AUDIT_MAX_DEPTH = 500 /* Of types in types; the stack's bound.  */
};

struct audit_types
{
  Dwarf_Die cu;
  unsigned machine;
  kcfi_type_model *model;
  struct audit_offset_map notes;
  bool indexed; /* Tags have their names and places.  */
  unsigned depth;
  uint64_t budget; /* Of steps over children.  */
  struct audit_assumptions assumptions;
  Dwarf_Die function; /* local_tags: that of these.  */
};

/* The type that DIE is; NULL if it cannot be read.  */
const kcfi_type *audit_read_type (struct audit_types *types, Dwarf_Die *die);

/* The type that DIE is made from, or has; nothing is void.  */
const kcfi_type *audit_read_part (struct audit_types *types, Dwarf_Die *die);

#endif
