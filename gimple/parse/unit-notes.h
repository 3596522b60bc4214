/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plugin writes down about the source while it is parsed and needs at
   its end.  */

#ifndef KCFI_UNIT_NOTES_H
#define KCFI_UNIT_NOTES_H

/* Who adds one changes the number in unit-notes.cc as well.  */
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

  /* star-arrays.cc.  */
  KCFI_NOTE_PROTOTYPE_TYPEDEFS,

  KCFI_NOTES
};

/* The place for NOTE, one tree or list of trees, NULL_TREE at first.  The
   collector and precompiled headers keep what is there.  The place itself is
   valid until the next declaration is parsed.  */
tree *kcfi_unit_note (enum kcfi_note note);

/* The source is about to be read; call once.  */
void kcfi_unit_notes_start (void);

/* Forget all notes; call when they have served, so that link-time optimisation
   does not write them into the object.  Notes of a precompiled header that was
   made without the plugin are an error.  */
void kcfi_unit_notes_drop (void);

#endif
