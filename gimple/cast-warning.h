/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warn=cast: conversions of function pointers that change the type id.  */

#ifndef KCFI_CAST_WARNING_H
#define KCFI_CAST_WARNING_H

/* Warn about the conversions that the parser has noted (parse/conversions.h).
   Call when the source is read and every function marked, before the notes are
   dropped.  No id changes by it.  */
void kcfi_warn_conversions (void);

#endif
