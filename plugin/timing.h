/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plugin's parts in -ftime-report.

   GCC's own passes are members of an enumeration (timevar.def) that a plugin cannot
   add to; the report has a table "Client items" for others, which get their names when
   they run.  */

#ifndef KCFI_TIMING_H
#define KCFI_TIMING_H

#include "gcc-compat.h"
#include <timevar.h>

/* From here to the end of the block, time belongs to NAME, a literal.  Costs a
   comparison without -ftime-report.  */
class kcfi_timed
{
public:
  explicit kcfi_timed (const char *name)
  {
    if (g_timer)
      g_timer->push_client_item (name);
  }
  ~kcfi_timed ()
  {
    if (g_timer)
      g_timer->pop_client_item ();
  }
};

#endif
