/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warning about calls that became direct.  */

#include "../plugin/gcc-compat.h"
#include "devirt-pass.h"
#include "mark.h"
#include "prototype-ids.h"

/* A call that was marked indirect and is direct now: the program only works
   because the optimiser saw through the pointer.  */
static void
look_at_direct_call (gcall *call)
{
  static hash_set<int_hash<location_t, UNKNOWN_LOCATION> > seen;
  tree callee = gimple_call_fndecl (call);
  kcfi_mark mark;
  if (!callee || !kcfi_function_type_mark (gimple_call_fntype (call), &mark)
      || !kcfi_mark_has_id (mark) || DECL_ARTIFICIAL (callee))
    return;
  struct kcfi_function_mark known;
  uint32_t id = kcfi_function_decl_mark (callee, &known)
		    ? known.id
		    : kcfi_prototype_of_decl (callee)->id;
  if (id != (uint32_t) mark && !seen.add (gimple_location (call)))
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
