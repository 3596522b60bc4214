/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks in dumps.  mark-dump.h shows the form.  */

#include "../plugin/gcc-compat.h"
#include "mark-dump.h"

void
kcfi_count_mark (struct kcfi_mark_counts *counts, kcfi_mark mark)
{
  if (kcfi_mark_has_id (mark))
    counts->with_id++;
  else
    counts->unchecked++;
}

void
kcfi_dump_location (FILE *file, location_t location)
{
  expanded_location place = expand_location (location);
  if (place.file)
    fprintf (file, "kcfi: %s:%d:%d: ", place.file, place.line, place.column);
  else
    fputs ("kcfi: no location: ", file);
}

void
kcfi_dump_mark (FILE *file, kcfi_mark mark)
{
  if (kcfi_mark_has_id (mark))
    fprintf (file, "%sid 0x%08x", kcfi_mark_virtual_p (mark) ? "virtual " : "",
	     kcfi_mark_id (mark));
  else
    fprintf (file, "unchecked: %s", kcfi_reason_text (-mark));
}

void
kcfi_dump_counts (FILE *file, const struct kcfi_mark_counts *counts)
{
  unsigned calls = counts->with_id + counts->unchecked;
  fprintf (file, "kcfi: %u indirect call%s: %u with an id, %u unchecked\n",
	   calls, calls == 1 ? "" : "s", counts->with_id, counts->unchecked);
}
