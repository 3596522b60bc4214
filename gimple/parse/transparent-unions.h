/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unions are transparent to Clang.  */

#ifndef KCFI_TRANSPARENT_UNIONS_H
#define KCFI_TRANSPARENT_UNIONS_H

/* An observer of declarations (source-events.cc): NODE, a union or a typedef,
   is about to get ATTRIBUTES.  */
void kcfi_transparent_unions_see_attributes (tree node, tree attributes);

/* The type of the first field of TYPE if it is a transparent union, else
   NULL_TREE.  */
tree kcfi_transparent_field (tree type);

#endif
