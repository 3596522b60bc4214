/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warn=rust-ffi: prototypes that rustc has no equal id for.  */

#ifndef KCFI_BORDER_WARNING_H
#define KCFI_BORDER_WARNING_H

/* Warn about the prototypes that the parser has noted (parse/border.h).  Call when
   the source is read, before the notes are dropped.  No id changes by it.  */
void kcfi_warn_border (void);

#endif
