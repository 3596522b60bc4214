/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plugin writes down about the source while it is parsed and needs at
   its end.  */

#ifndef KCFI_UNIT_NOTES_H
#define KCFI_UNIT_NOTES_H

/* A place for one tree (or list of trees) called NAME, NULL_TREE at first.  The
   collector and precompiled headers keep what is there.  The place itself is
   valid until the next call.  */
tree *kcfi_unit_note (const char *name);

/* The source is about to be read; call once.  */
void kcfi_unit_notes_start (void);

/* Forget all notes; call when they have served, so that link-time optimisation
   does not write them into the object.  Notes of a precompiled header that was
   made without the plugin are an error.  */
void kcfi_unit_notes_drop (void);

#endif
