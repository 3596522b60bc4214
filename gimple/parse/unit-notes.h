/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plugin writes down about the source while it is parsed and needs at
   its end.  */

#ifndef KCFI_UNIT_NOTES_H
#define KCFI_UNIT_NOTES_H

enum kcfi_note
{
  /* There from the start: reading a precompiled header replaces all notes by
     those that its compiler had.  */
  KCFI_NOTE_PLUGIN_PRESENT,

  /* mangling-order.cc: the definitions, the last one first: TREE_PURPOSE is the
     declaration, TREE_VALUE the list of what it mentions.  */
  KCFI_NOTE_DEFINITIONS,

  /* tag-names.cc: the tags met since the last declaration ended, which may turn
     out to be a parameter list's.  */
  KCFI_NOTE_RECENT_TAGS,

  /* tag-names.cc: the typedefs since the unnamed tag that was met last.  */
  KCFI_NOTE_DECLARATORS,

  /* redeclarations.cc: identifier -> function type for the functions whose type
     differs from GCC's.  Almost always empty.  */
  KCFI_NOTE_DIFFERING,

  /* star-arrays.cc: typedefs that lead to a prototype.  */
  KCFI_NOTE_PROTOTYPE_TYPEDEFS,

  /* conversions.cc: conversions of function pointers, the last one first.  */
  KCFI_NOTE_CONVERSIONS,

  /* border.cc: declarations, the last one first.  */
  KCFI_NOTE_BORDER,

  /* ../typed-entries.cc: declarations of entries, the last one first.  */
  KCFI_NOTE_TYPED_ENTRIES,

  KCFI_NOTES
};

/* Changes with the form of the notes: a precompiled header of another version of
   the plugin then counts as made without it.  */
#define KCFI_NOTES_FORMAT "kcfi unit notes 4"
static_assert (KCFI_NOTES == 9, "a new note needs a new KCFI_NOTES_FORMAT");

/* The place for NOTE, one tree or list of trees, NULL_TREE at first.  The
   collector and precompiled headers keep what is there.  The place itself is
   valid until the next declaration is parsed.  Only while there are notes.  */
tree *kcfi_unit_note (enum kcfi_note note);

/* Put a link with PURPOSE and VALUE in front of the list NOTE.  */
void kcfi_push_note (enum kcfi_note note, tree purpose, tree value);

/* What NOTE holds, or NULL_TREE if there are no notes; NOTE is then empty, and
   the caller may change the list.  */
tree kcfi_take_note (enum kcfi_note note);

/* Whether there are notes: from kcfi_unit_notes_start to kcfi_unit_notes_drop.
   Never in lto1, whose types they cannot hang on.  */
bool kcfi_unit_notes_p (void);

/* The source is about to be read; call once.  */
void kcfi_unit_notes_start (void);

/* Forget all notes; call when they have served, so that link-time optimisation
   does not write them into the object.  Notes of a precompiled header that was
   made without the plugin are an error.  */
void kcfi_unit_notes_drop (void);

#endif
