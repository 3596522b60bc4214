/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warning about calls that became direct.  */

#include "../plugin/gcc-compat.h"
#include "../plugin/timing.h"
#include "devirt-pass.h"
#include "mark.h"
#include "prototype-ids.h"

/* True if CALL's line was reported for ID, by another copy of its function: each
   place that it is inlined into has one, and each instance of a template.  */
static bool
reported_p (gcall *call, uint32_t id)
{
  typedef pair_hash<int_hash<location_t, UNKNOWN_LOCATION>,
		    int_hash<uint32_t, 0> >
      line_and_id;
  static hash_set<line_and_id> seen;
  return seen.add (
      std::make_pair (LOCATION_LOCUS (gimple_location (call)), id));
}

/* The type id of CALLEE in *ID; false if GCC made it, and it had none when the unit
   was marked.  What the front end makes of a closure for pointers has one.  */
static bool
callee_id (tree callee, uint32_t *id)
{
  struct kcfi_function_mark known;
  if (kcfi_function_decl_mark (callee, &known))
    *id = known.id;
  else if (!DECL_ARTIFICIAL (callee))
    *id = kcfi_prototype_of_decl (callee)->id;
  else
    return false;
  return true;
}

/* A call that was marked indirect and is direct now: the program only works
   because the optimiser saw through the pointer.  The id of a virtual call is none
   of the function's type, and what GCC found for it is its function.  */
static void
look_at_direct_call (gcall *call)
{
  tree callee = gimple_call_fndecl (call);
  kcfi_mark mark;
  uint32_t id;
  if (!callee || !kcfi_function_type_mark (gimple_call_fntype (call), &mark)
      || !kcfi_mark_has_id (mark) || kcfi_mark_virtual_p (mark)
      || !callee_id (callee, &id))
    return;
  if (id != kcfi_mark_id (mark) && !reported_p (call, kcfi_mark_id (mark)))
    warning_at (gimple_location (call), 0,
		"KCFI: this indirect call became a direct call of %qD, whose"
		" type id differs: without optimization it traps"
		" [warn=devirt]",
		callee);
}

namespace
{
const pass_data devirt_pass_data = {
  GIMPLE_PASS, "kcfi_devirt", OPTGROUP_NONE, TV_NONE, PROP_cfg, 0, 0, 0, 0
};

class devirt_pass : public gimple_opt_pass
{
public:
  devirt_pass (gcc::context *context)
      : gimple_opt_pass (devirt_pass_data, context)
  {
  }
  opt_pass *
  clone () final override
  {
    return new devirt_pass (m_ctxt);
  }
  unsigned int
  execute (function *fun) final override
  {
    kcfi_timed timed ("kcfi_devirt");
    basic_block block;
    FOR_EACH_BB_FN (block, fun)
      for (gimple_stmt_iterator place = gsi_start_bb (block);
	   !gsi_end_p (place); gsi_next (&place))
	if (gcall *call = dyn_cast<gcall *> (gsi_stmt (place)))
	  if (!gimple_call_internal_p (call))
	    look_at_direct_call (call);
    return 0;
  }
};
}

void
kcfi_devirt_pass_start (const char *plugin_name)
{
  const char *const places[] = { "release_ssa", "optimized" };
  for (size_t i = 0; i < ARRAY_SIZE (places); i++)
    {
      register_pass_info info
	  = { new devirt_pass (g), places[i], 1, PASS_POS_INSERT_AFTER };
      register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
    }
}
