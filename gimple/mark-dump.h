/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the dumps of the passes show a call and its mark: in one form at each
   stage, so that a mark that is lost is seen where it was there last
   (doc/debugging.md).

     kcfi: file.c:12:7: n = _1 (file): id 0x36b1c5a6 _ZTSF...   kcfi_mark
     kcfi: file.c:12:7: insn 15: id 0x36b1c5a6, by its type     kcfi_tag  */

#ifndef KCFI_MARK_DUMP_H
#define KCFI_MARK_DUMP_H

#include "mark.h"

/* What became of the indirect calls of a function.  */
struct kcfi_mark_counts
{
  unsigned with_id;
  unsigned unchecked;
};

/* One more call, with MARK.  */
void kcfi_count_mark (struct kcfi_mark_counts *counts, kcfi_mark mark);

/* In all of the following FILE is an open dump.  */

/* Begin a line about what is at LOCATION: "kcfi: file.c:12:7: ".  */
void kcfi_dump_location (FILE *file, location_t location);

/* MARK in words: "id 0x36b1c5a6", "virtual id 0x2b3c4d5e", or "unchecked:
   no_sanitize".  */
void kcfi_dump_mark (FILE *file, kcfi_mark mark);

/* The line that ends what is said of a function:
   "kcfi: 3 indirect calls: 2 with an id, 1 unchecked".  */
void kcfi_dump_counts (FILE *file, const struct kcfi_mark_counts *counts);

#endif
