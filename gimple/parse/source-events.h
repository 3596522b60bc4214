/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the C front end tells while it reads the source, and the end of that.  */

#ifndef KCFI_SOURCE_EVENTS_H
#define KCFI_SOURCE_EVENTS_H

/* Register the events under PLUGIN_NAME; call once, in the C front end.  With
   CONVERSIONS those of function pointers are noted, for
   kcfi_noted_conversions.  */
void kcfi_source_events_start (const char *plugin_name, bool conversions);

/* NODE is declared and about to get ATTRIBUTES (targetm.insert_attributes).
   Nothing happens once the source is read: GCC declares functions of its own
   then.  */
void kcfi_source_declaration (tree node, tree attributes);

/* The source is read: from now on type ids may be asked for; those that Clang's
   numbers of unnamed tags depend on have been, in Clang's order.  What runs
   first after the parser calls this; calls after the first do nothing.  */
void kcfi_source_end (void);

#endif
