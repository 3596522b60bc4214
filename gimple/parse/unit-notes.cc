/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes that outlive a precompiled header.

   What a plugin registers as a root is seen by the collector, but not saved in
   a precompiled header (gt_pch_save in ggc-common.c walks GCC's own roots).
   So the notes are attributes of a declaration that is always there and that
   nobody gives attributes: the one of the type `int'.  C's front end makes it;
   not every language's does (for gccrs it is no declaration), and the plugin
   rejects those.  */

#include "../../plugin/gcc-compat.h"
#include "unit-notes.h"

static bool present;

static tree
anchor (void)
{
  return TYPE_NAME (integer_type_node);
}

/* The TREE_VEC of the notes that hang on DECL_ATTRIBUTES (anchor ()) when that
   is KNOWN_ATTRIBUTES.  Trees do not move; a precompiled header brings an
   anchor of its own.  */
static tree known_attributes, known_notes;

/* Find the notes, or make them.  */
static void
find_notes (void)
{
  tree &attributes = DECL_ATTRIBUTES (anchor ());
  tree found = lookup_attribute (KCFI_NOTES_FORMAT, attributes);
  if (!found)
    {
      found = tree_cons (get_identifier (KCFI_NOTES_FORMAT),
			 make_tree_vec (KCFI_NOTES), attributes);
      attributes = found;
    }
  known_attributes = attributes;
  known_notes = TREE_VALUE (found);
}

/* Asked several times for each declaration, and an attribute's name is a
   string.  */
tree *
kcfi_unit_note (enum kcfi_note note)
{
  if (known_attributes != DECL_ATTRIBUTES (anchor ()) || !known_attributes)
    find_notes ();
  return &TREE_VEC_ELT (known_notes, note);
}

void
kcfi_push_note (enum kcfi_note note, tree purpose, tree value)
{
  tree link = tree_cons (purpose, value, *kcfi_unit_note (note));
  *kcfi_unit_note (note) = link;
}

tree
kcfi_take_note (enum kcfi_note note)
{
  if (!present)
    return NULL_TREE;
  tree taken = *kcfi_unit_note (note);
  *kcfi_unit_note (note) = NULL_TREE;
  return taken;
}

bool
kcfi_unit_notes_p (void)
{
  return present;
}

void
kcfi_unit_notes_start (void)
{
  present = true;
  *kcfi_unit_note (KCFI_NOTE_PLUGIN_PRESENT)
      = get_identifier (KCFI_NOTES_FORMAT);
}

void
kcfi_unit_notes_drop (void)
{
  if (!present)
    return;
  if (!*kcfi_unit_note (KCFI_NOTE_PLUGIN_PRESENT) && !seen_error ())
    error_at (
	UNKNOWN_LOCATION,
	"a precompiled header of this unit was made without the KCFI plugin,"
	" so that names of types and %<no_sanitize%> attributes in it are"
	" lost; make it with %<-fplugin=kcfi%>");
  DECL_ATTRIBUTES (anchor ())
      = remove_attribute (KCFI_NOTES_FORMAT, DECL_ATTRIBUTES (anchor ()));
  known_attributes = known_notes = NULL_TREE;
  present = false;
}
