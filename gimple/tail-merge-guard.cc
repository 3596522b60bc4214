/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps GIMPLE tail merging away from functions that have indirect calls of
   different marks:

     if (c) ((int (*) (int)) p) (0); else ((int (*) (unsigned)) p) (0);

   would become one call with one of the two ids, a false trap for the other.
   Tail merging is part of "pre" and looks at flag_tree_tail_merge, which
   attributes and pragmas set again for each function: so it is cleared just
   before the pass and restored just after.  */

#include "../plugin/gcc-compat.h"
#include "mark.h"
#include "tail-merge-guard.h"

static bool cleared;
static int saved_flag;

/* True if the current function has two indirect calls with unlike marks.  */
static bool
has_unlike_marks (function *fun)
{
  bool found = false;
  kcfi_mark first = 0;
  basic_block block;
  FOR_EACH_BB_FN (block, fun)
    for (gimple_stmt_iterator place = gsi_start_bb (block); !gsi_end_p (place);
	 gsi_next (&place))
      {
	gcall *call = dyn_cast<gcall *> (gsi_stmt (place));
	kcfi_mark mark;
	if (!call || gimple_call_internal_p (call) || gimple_call_fndecl (call)
	    || !kcfi_function_type_mark (gimple_call_fntype (call), &mark))
	  continue;
	if (found && mark != first)
	  return true;
	found = true;
	first = mark;
      }
  return false;
}

static void
on_pass_execution (void *event_data, void *)
{
  opt_pass *pass = (opt_pass *) event_data;
  if (cleared)
    {
      flag_tree_tail_merge = saved_flag;
      cleared = false;
    }
  if (pass->type != GIMPLE_PASS || !flag_tree_tail_merge
      || strcmp (pass->name, "pre") != 0 || !cfun || !cfun->cfg
      || !has_unlike_marks (cfun))
    return;
  saved_flag = flag_tree_tail_merge;
  flag_tree_tail_merge = 0;
  cleared = true;
}

void
kcfi_tail_merge_guard_start (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_PASS_EXECUTION, on_pass_execution,
		     NULL);
}
