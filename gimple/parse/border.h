/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the source declares what another language calls, or is called through:
   prototypes behind pointers, in files that a build names as its border.  What may
   be wrong with them is asked when the source is read (../border-warning.cc).  */

#ifndef KCFI_BORDER_H
#define KCFI_BORDER_H

/* Note declarations from now on in files whose name, as GCC prints it, matches the
   shell pattern PATTERN (borrowed); NULL: in all files.  A `*' matches slashes,
   too.  */
void kcfi_border_start (const char *pattern);

/* Observers of parser events (source-events.cc): a complete struct or union, a
   complete declarator, a complete body.  Not a function whose body follows: GCC
   frees that declaration if it merges it with an earlier one.  */
void kcfi_border_see_type (tree type);
void kcfi_border_see_declaration (tree decl);

/* Call VISIT with each DECL that was noted, a field, typedef, variable or function,
   and the prototypes that pointers lead to in it: a function's are those of its
   parameters.  In the order of the source.  Call before kcfi_unit_notes_drop.  */
void kcfi_noted_border (void (*visit) (tree decl, const vec<tree> &fntypes));

#endif
