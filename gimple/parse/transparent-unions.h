/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unions are transparent to Clang.  */

#ifndef KCFI_TRANSPARENT_UNIONS_H
#define KCFI_TRANSPARENT_UNIONS_H

/* See the ATTRIBUTES that NODE, a union or a typedef, is about to get.  */
void kcfi_note_union_attributes (tree node, tree attributes);

/* The type of the first field of TYPE if it is a transparent union, else
 * NULL_TREE.  */
tree kcfi_transparent_field (tree type);

#endif
