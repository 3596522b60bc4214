/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes that outlive a precompiled header.

   What a plugin registers as a root is seen by the collector, but not saved in
   a precompiled header (gt_pch_save in ggc-common.c walks GCC's own roots).
   So the notes are attributes of a declaration that is always there and that
   nobody gives attributes: the one of the type `int'.  */

#include "../plugin/gcc-compat.h"
#include "unit-notes.h"

#define NOTES "kcfi unit notes"

/* A note that is there from the start: reading a precompiled header replaces
   all notes by those that its compiler had.  */
#define PLUGIN_PRESENT "plugin present"

static tree
anchor (void)
{
  return TYPE_NAME (integer_type_node);
}

/* Places that were asked for, by the addresses of their names, while the notes
   hang on KNOWN_ANCHOR.  Trees do not move; a precompiled header brings an
   anchor of its own.  */
static tree known_anchor;
static struct
{
  const char *name;
  tree *place;
} known[8];

static void
forget_places (void)
{
  memset (known, 0, sizeof known);
}

/* Finds or makes the note.  */
static tree *
find_note (const char *name)
{
  tree notes = lookup_attribute (NOTES, DECL_ATTRIBUTES (anchor ()));
  if (!notes)
    {
      notes = tree_cons (get_identifier (NOTES), NULL_TREE,
			 DECL_ATTRIBUTES (anchor ()));
      DECL_ATTRIBUTES (anchor ()) = notes;
    }
  tree identifier = get_identifier (name);
  tree note = TREE_VALUE (notes);
  while (note && TREE_PURPOSE (note) != identifier)
    note = TREE_CHAIN (note);
  if (!note)
    {
      note = tree_cons (identifier, NULL_TREE, TREE_VALUE (notes));
      TREE_VALUE (notes) = note;
    }
  return &TREE_VALUE (note);
}

/* Asked several times for each declaration, and an identifier costs a hash.  */
tree *
kcfi_unit_note (const char *name)
{
  unsigned i = 0;
  if (known_anchor != DECL_ATTRIBUTES (anchor ()))
    forget_places ();
  else
    for (; i < ARRAY_SIZE (known) && known[i].name; i++)
      if (known[i].name == name)
	return known[i].place;
  tree *place = find_note (name);
  known_anchor = DECL_ATTRIBUTES (anchor ());
  if (i < ARRAY_SIZE (known))
    {
      known[i].name = name;
      known[i].place = place;
    }
  return place;
}

void
kcfi_unit_notes_start (void)
{
  *kcfi_unit_note (PLUGIN_PRESENT) = get_identifier (PLUGIN_PRESENT);
}

void
kcfi_unit_notes_drop (void)
{
  if (!*kcfi_unit_note (PLUGIN_PRESENT) && !seen_error ())
    error_at (
	UNKNOWN_LOCATION,
	"a precompiled header of this unit was made without the KCFI plugin,"
	" so that names of types and %<no_sanitize%> attributes in it are"
	" lost; make it with %<-fplugin=kcfi%>");
  DECL_ATTRIBUTES (anchor ())
      = remove_attribute (NOTES, DECL_ATTRIBUTES (anchor ()));
  forget_places ();
}
