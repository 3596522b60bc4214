/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks every indirect call, before any optimisation, with the id of the
   prototype it is written with, or with the reason why it has none:

     _1 = ops->read;                      _1 = ops->read;
     n = _1 (file);            becomes    n = _1 (file) [kcfi call 0x36b1c5a6];

   The mark is a property of the call as written: it stays with the call when
   its function is inlined, in both directions of no_sanitize.  */

#include "../plugin/gcc-compat.h"
#include "mark.h"
#include "mark-pass.h"
#include "print-ids.h"
#include "prototype-ids.h"

typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;
static hash_set<uid_hash> *called_through_cast;

bool
kcfi_called_through_cast_p (const_tree decl)
{
  return called_through_cast->contains (DECL_UID (decl));
}

/* A direct call whose written prototype differs from the function's.  */
static void
look_at_direct_call (gcall *call, tree callee)
{
  tree fntype = gimple_call_fntype (call);
  if (fntype == TREE_TYPE (callee)
      || TYPE_MAIN_VARIANT (fntype) == TYPE_MAIN_VARIANT (TREE_TYPE (callee))
      || fndecl_built_in_p (callee) || !prototype_p (fntype)
      || !prototype_p (TREE_TYPE (callee)))
    return;
  if (kcfi_prototype_of_type (fntype)->id
      != kcfi_prototype_of_decl (callee)->id)
    called_through_cast->add (DECL_UID (callee));
}

static kcfi_mark
mark_of_indirect_call (gcall *call, bool unchecked)
{
  tree fntype = gimple_call_fntype (call);
  if (unchecked)
    return -KCFI_REASON_NOCFI;
  if (is_gimple_min_invariant (gimple_call_fn (call)))
    return -KCFI_REASON_CONSTANT_ADDRESS;
  if (!prototype_p (fntype))
    return -KCFI_REASON_UNPROTOTYPED;
  return kcfi_prototype_of_type (fntype)->id;
}

/* Taking a nested function's address makes code on the stack, which has no
   preamble.  */
static void
warn_about_trampoline (gcall *call, bool unchecked)
{
  if (!unchecked && gimple_call_builtin_p (call, BUILT_IN_ADJUST_TRAMPOLINE))
    warning_at (gimple_location (call), 0,
		"KCFI: a call through this pointer to a nested function traps:"
		" its trampoline has no type id");
}

static void
mark_function (function *fun)
{
  bool unchecked = kcfi_unchecked_function_p (fun->decl);
  basic_block block;
  FOR_EACH_BB_FN (block, fun)
  for (gimple_stmt_iterator place = gsi_start_bb (block); !gsi_end_p (place);
       gsi_next (&place))
    {
      gcall *call = dyn_cast<gcall *> (gsi_stmt (place));
      if (!call || gimple_call_internal_p (call))
	continue;
      if (tree callee = gimple_call_fndecl (call))
	{
	  look_at_direct_call (call, callee);
	  warn_about_trampoline (call, unchecked);
	  continue;
	}
      tree fntype = gimple_call_fntype (call);
      kcfi_mark mark = mark_of_indirect_call (call, unchecked);
      gimple_call_set_fntype (call, kcfi_marked_function_type (fntype, mark));
      kcfi_print_call (call, fun->decl, mark,
		       kcfi_mark_has_id (mark) ? kcfi_prototype_of_type (fntype)
					       : NULL);
    }
}

namespace
{
const pass_data mark_pass_data = { GIMPLE_PASS, "kcfi_mark", OPTGROUP_NONE,
				   TV_NONE,	PROP_cfg,    0,
				   0,		0,	     0 };

class mark_pass : public gimple_opt_pass
{
public:
  mark_pass (gcc::context *context) : gimple_opt_pass (mark_pass_data, context)
  {
  }
  unsigned int
  execute (function *fun) final override
  {
    mark_function (fun);
    return 0;
  }
};
}

void
kcfi_mark_pass_start (const char *plugin_name)
{
  called_through_cast = new hash_set<uid_hash>;
  register_pass_info info
      = { new mark_pass (g), "cfg", 1, PASS_POS_INSERT_AFTER };
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
