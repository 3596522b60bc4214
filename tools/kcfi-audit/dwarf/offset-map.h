/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map from the offset of a DIE to what is known about it.  */

#ifndef AUDIT_OFFSET_MAP_H
#define AUDIT_OFFSET_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../../gimple/ids/type-model.h"

struct audit_note
{
  uint64_t offset;	    /* Plus one; 0 is an empty slot.  */
  const kcfi_type *type;    /* Once read.  */
  bool reading;		    /* Being read now: a type made of itself.  */
  bool failed;		    /* Cannot be read.  */
  const char *typedef_name; /* Of an unnamed tag.  */
  uint64_t typedef_line;
  uint64_t parent; /* Offset plus one of the tag that an unnamed
		      tag is a member of.  */
  uint64_t owner;  /* The same for the function that a tag is
		      local to.  */
};

struct audit_offset_map
{
  struct audit_note *notes;
  size_t capacity; /* A power of two, or 0.  */
  size_t count;
};

/* The note for OFFSET, made if there is none yet; valid until the next one is
   made.  */
struct audit_note *audit_note (struct audit_offset_map *map, uint64_t offset);
/* The same, but NULL if there is none.  */
struct audit_note *audit_find_note (const struct audit_offset_map *map,
				    uint64_t offset);
void audit_offset_map_free (struct audit_offset_map *map);

#endif
