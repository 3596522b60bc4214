/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and places of tags.

   Clang nests an unnamed member's DIE in the tag around it, GCC puts both side
   by side, and the member refers to it:

     DW_TAG_structure_type (unnamed)		<- note.parent = outer
     DW_TAG_structure_type "outer"
       DW_TAG_member "an", DW_AT_type -> the unnamed one

   A tag in a function's DIE is local to the function; GCC puts those of its
   parameter list there too.  Of several typedefs of one tag the first in the
   source names it.  */

#include "tags.h"

#include <dwarf.h>
#include <string.h>

#include "walk.h"

enum
{
  MAX_DEPTH = 200 /* Of blocks in blocks.  */
};

struct indexer
{
  struct audit_offset_map *notes;
  uint64_t owner; /* Offset plus one of the function, or 0.  */
  unsigned depth;
  uint64_t *budget;
};

static bool
tag_p (Dwarf_Die *die)
{
  int tag = dwarf_tag (die);
  return tag == DW_TAG_structure_type || tag == DW_TAG_union_type
	 || tag == DW_TAG_enumeration_type;
}

static bool
unnamed_tag_p (Dwarf_Die *die)
{
  return tag_p (die) && !dwarf_diename (die);
}

/* The order of typedefs in the source.  */

static uint64_t
place_of (Dwarf_Die *die)
{
  int line = 0, column = 0;
  dwarf_decl_line (die, &line);
  dwarf_decl_column (die, &column);
  return (uint64_t) (unsigned) line << 32 | (unsigned) column;
}

static void
note_typedef (struct indexer *indexer, Dwarf_Die *die)
{
  Dwarf_Die type;
  if (!audit_type_of (die, &type) || !unnamed_tag_p (&type))
    return;
  struct audit_note *note
      = audit_note (indexer->notes, dwarf_dieoffset (&type));
  uint64_t place = place_of (die);
  if (note->typedef_name && note->typedef_line <= place)
    return;
  note->typedef_name = dwarf_diename (die);
  note->typedef_line = place;
}

/* The type of MEMBER without pointers, arrays and functions: that is where its
   declaration may define a tag.  */

static bool
innermost_type (Dwarf_Die *member, Dwarf_Die *type)
{
  if (!audit_type_of (member, type))
    return false;
  for (unsigned i = 0; i < MAX_DEPTH; i++)
    switch (dwarf_tag (type))
      {
      case DW_TAG_pointer_type:
      case DW_TAG_array_type:
      case DW_TAG_subroutine_type:
      case DW_TAG_const_type:
      case DW_TAG_volatile_type:
	{
	  Dwarf_Die next;
	  if (!audit_type_of (type, &next))
	    return false;
	  *type = next;
	  break;
	}
      default:
	return true;
      }
  return false;
}

static void index_children (struct indexer *indexer, Dwarf_Die *parent);

static void
note_parent (struct indexer *indexer, Dwarf_Die *tag, Dwarf_Die *parent)
{
  struct audit_note *note = audit_note (indexer->notes, dwarf_dieoffset (tag));
  if (!note->parent && dwarf_dieoffset (tag) != dwarf_dieoffset (parent))
    note->parent = dwarf_dieoffset (parent) + 1;
}

static void
index_members (struct indexer *indexer, Dwarf_Die *parent)
{
  Dwarf_Die child, type;
  if (dwarf_tag (parent) == DW_TAG_enumeration_type
      || !audit_first_child (parent, &child, indexer->budget))
    return;
  do
    {
      if (unnamed_tag_p (&child))
	note_parent (indexer, &child, parent);
      else if (dwarf_tag (&child) == DW_TAG_member
	       && innermost_type (&child, &type) && unnamed_tag_p (&type))
	note_parent (indexer, &type, parent);
    }
  while (audit_next_child (&child, indexer->budget));
}

static void
index_die (struct indexer *indexer, Dwarf_Die *die)
{
  int tag = dwarf_tag (die);
  if (tag == DW_TAG_typedef)
    note_typedef (indexer, die);
  else if (tag_p (die))
    {
      if (indexer->owner)
	audit_note (indexer->notes, dwarf_dieoffset (die))->owner
	    = indexer->owner;
      index_members (indexer, die);
      index_children (indexer, die);
    }
  else if (tag == DW_TAG_subprogram)
    {
      struct indexer inner = *indexer;
      Dwarf_Die described = audit_described_die (die);
      inner.owner = dwarf_dieoffset (&described) + 1;
      index_children (&inner, die);
    }
  else if (tag == DW_TAG_lexical_block)
    index_children (indexer, die);
}

static void
index_children (struct indexer *indexer, Dwarf_Die *parent)
{
  Dwarf_Die child;
  if (indexer->depth >= MAX_DEPTH
      || !audit_first_child (parent, &child, indexer->budget))
    return;
  indexer->depth++;
  do
    index_die (indexer, &child);
  while (audit_next_child (&child, indexer->budget));
  indexer->depth--;
}

void
audit_index_tags (Dwarf_Die *cu, struct audit_offset_map *notes)
{
  uint64_t budget = audit_walk_budget (cu);
  struct indexer indexer = { .notes = notes, .budget = &budget };
  index_children (&indexer, cu);
}
