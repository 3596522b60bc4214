/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parser's events, each registered once, and who observes them.

   GCC calls the callbacks of one event in the reverse order of their
   registration.  Here the order is written: the tables below, from the first
   line to the last.  A new observer is a new row; it notes what it sees and asks
   for no type id (../unit-phase.h).

     struct s { ... }	     FINISH_TYPE
     int f (struct s *)	     the attributes of a declaration, then FINISH_DECL;
			     START_PARSE_FUNCTION instead where a body follows
     { ... }		     PRE_GENERICIZE  */

#include "../../plugin/gcc-compat.h"
#include "../../plugin/timing.h"
#include "border.h"
#include "conversions.h"
#include "mangling-order.h"
#include "redeclarations.h"
#include "source-events.h"
#include "star-arrays.h"
#include "tag-names.h"
#include "transparent-unions.h"
#include "../language.h"
#include "../typed-entries.h"
#include "../unit-phase.h"

/* One observer of an event; NODE is never NULL or error_mark_node.  */
typedef void (*observer) (tree node);

/* A struct, union or enum specifier is complete.  */
static const observer finish_type[]
    = { kcfi_tag_names_see_type, kcfi_border_see_type, NULL };

/* A declarator is complete, its initialiser included.  */
static const observer finish_decl[] = { kcfi_tag_names_see_declarator,
					kcfi_star_arrays_see_declaration,
					kcfi_mangling_order_see_declaration,
					kcfi_border_see_declaration,
					kcfi_typed_entries_see_declaration,
					kcfi_conversions_see_initialiser,
					NULL };

/* A function's body follows.  */
static const observer start_function[]
    = { kcfi_tag_names_see_definition, kcfi_star_arrays_see_declaration, NULL };

/* A function's body is complete, as the parser made it.  */
static const observer pre_genericize[]
    = { kcfi_mangling_order_see_body, kcfi_border_see_declaration,
	kcfi_conversions_see_body, NULL };

/* What a language without C's parser has of these: most of what the observers note
   is peculiar to C.  */
static const observer no_observers[] = { NULL };
static const observer finish_decl_elsewhere[]
    = { kcfi_typed_entries_see_declaration, kcfi_conversions_see_initialiser,
	NULL };
static const observer pre_genericize_elsewhere[]
    = { kcfi_conversions_see_body, NULL };

/* DATA is the event's table.  Passes of GCC 16 still declare functions when the
   notes are gone (target_clones, strub): nobody observes those.  */
static void
call_observers (void *event_data, void *data)
{
  tree node = (tree) event_data;
  if (!node || node == error_mark_node
      || kcfi_unit_phase () != KCFI_PHASE_READING)
    return;
  kcfi_timed timed ("kcfi_parse");
  for (const observer *row = (const observer *) data; *row; row++)
    (*row) (node);
}

void
kcfi_source_declaration (tree node, tree attributes)
{
  if (kcfi_unit_phase () != KCFI_PHASE_READING
      || !kcfi_unit_language ()->c_parser)
    return;
  if (TREE_CODE (node) == FUNCTION_DECL)
    {
      kcfi_redeclarations_see_declaration (node);
      kcfi_tag_names_see_parameters (node);
    }
  if (attributes)
    kcfi_transparent_unions_see_attributes (node, attributes);
}

void
kcfi_source_end (void)
{
  if (kcfi_unit_phase () == KCFI_PHASE_READ)
    return;
  kcfi_timed timed ("kcfi_parse");
  kcfi_set_source_read ();
  if (kcfi_unit_language ()->c_parser)
    kcfi_mangling_order_finish ();
}

void
kcfi_source_events_start (const char *plugin_name, bool conversions)
{
  const struct
  {
    enum plugin_event event;
    const observer *in_c;
    const observer *elsewhere;
  } events[]
      = { { PLUGIN_FINISH_TYPE, finish_type, no_observers },
	  { PLUGIN_FINISH_DECL, finish_decl, finish_decl_elsewhere },
	  { PLUGIN_START_PARSE_FUNCTION, start_function, no_observers },
	  { PLUGIN_PRE_GENERICIZE, pre_genericize, pre_genericize_elsewhere } };
  bool in_c = kcfi_unit_language ()->c_parser;
  for (size_t i = 0; i < ARRAY_SIZE (events); i++)
    register_callback (
	plugin_name, events[i].event, call_observers,
	const_cast<observer *> (in_c ? events[i].in_c : events[i].elsewhere));
  if (conversions)
    kcfi_conversions_start ();
}
