/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of reading debug information, shared by debug.c and proof.c.  */

#ifndef AUDIT_DEBUG_READER_H
#define AUDIT_DEBUG_READER_H

#include "debug.h"
#include "types.h"

enum
{
  AUDIT_VARIANTS = 8, /* Ways to compute ids.  */
  AUDIT_WITH_DECLARATION = 1 << 16
};

/* One run over all units.  */
struct audit_debug_reader
{
  struct audit *audit;
  struct audit_file *file;
  bool all_declarations;
  struct audit_types *types; /* Of this unit.  */
  bool sampling;
  size_t sampled;
  size_t matches[AUDIT_VARIANTS];
  /* Ids that have a declaration, by their low bits: so that each prototype is
     printed about once and not for each of its functions.  */
  uint32_t declared[AUDIT_WITH_DECLARATION];
};

/* Compare the id of PREAMBLE, FUNCTION's, with that of STRING, which its
   subprogram DIE gives.  NUMBERED: STRING depends on the order in which the
   compiler met unnamed or local tags.  */
void audit_compare_id (struct audit_debug_reader *reader, Dwarf_Die *die,
		       const struct audit_function *function,
		       const struct audit_preamble *preamble,
		       const char *string, bool numbered);

#endif
