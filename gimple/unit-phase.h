/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the source is still being read.

   A type may change while it is: a later typedef names an unnamed tag or makes
   a union transparent, a later declaration completes a prototype.  And the
   first type id that mentions an unnamed tag numbers it.  So an id that is asked
   for early is wrong, for this question and for those after it.  While the
   source is read, what the parser says is noted (parse/); ids are asked for
   afterwards.  prototype-ids.cc makes sure.  */

#ifndef KCFI_UNIT_PHASE_H
#define KCFI_UNIT_PHASE_H

enum kcfi_phase
{
  KCFI_PHASE_READING, /* From the start of cc1.  */
  KCFI_PHASE_READ     /* The source is read; from the start in lto1.  */
};

enum kcfi_phase kcfi_unit_phase (void);

/* The source is read, or there is none.  Only parse/source-events.cc and the
   entry of lto1 say so; there is no way back.  */
void kcfi_set_source_read (void);

#endif
