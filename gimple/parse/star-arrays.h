/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling `int (*)[*]', which has no bound, from `int (*)[0]'.  */

#ifndef KCFI_STAR_ARRAYS_H
#define KCFI_STAR_ARRAYS_H

/* An observer of parser events (source-events.cc): each declaration.  */
void kcfi_star_arrays_see_declaration (tree decl);

/* The typedefs that lead to a prototype by way of pointers and arrays, a list
   of TYPE_DECLs in TREE_VALUE; up to kcfi_unit_notes_drop.  */
tree kcfi_prototype_typedefs (void);

/* True if TYPE, an array without an upper bound, was written [*].  */
bool kcfi_star_array_p (const_tree type);

#endif
