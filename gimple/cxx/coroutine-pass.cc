/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks the calls of coroutines while they can be told from others:

     __builtin_coro_resume (frame)	before "coro-lower-builtins"
     _1 = *frame; _1 (frame)		behind it

   The two words at the head of a coroutine's frame are written by the compiler,
   and functions of several types are found there: GCC's own have `void (frame *)',
   those of std::noop_coroutine `void ()'.  The mark stays with the call's type,
   which the lowering keeps.  */

#include "../../plugin/gcc-compat.h"
#include "../mark.h"
#include "coroutine-pass.h"

static void
mark_coroutine_calls (gimple_seq statements)
{
  for (gimple_stmt_iterator place = gsi_start (statements); !gsi_end_p (place);
       gsi_next (&place))
    {
      gimple *statement = gsi_stmt (place);
      if (!gimple_call_builtin_p (statement, BUILT_IN_CORO_RESUME)
	  && !gimple_call_builtin_p (statement, BUILT_IN_CORO_DESTROY))
	continue;
      gcall *call = as_a<gcall *> (statement);
      tree marked = kcfi_marked_function_type (gimple_call_fntype (call),
					       -KCFI_REASON_COROUTINE);
      gimple_call_set_fntype (call, marked);
    }
}

namespace
{
const pass_data coroutine_pass_data
    = { GIMPLE_PASS, "kcfi_coroutines", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

class coroutine_pass : public gimple_opt_pass
{
public:
  coroutine_pass (gcc::context *context)
      : gimple_opt_pass (coroutine_pass_data, context)
  {
  }
  bool
  gate (function *) final override
  {
    return flag_coroutines;
  }
  unsigned int
  execute (function *fun) final override
  {
    mark_coroutine_calls (gimple_body (fun->decl));
    return 0;
  }
};
}

void
kcfi_coroutine_pass_start (const char *plugin_name)
{
  register_pass_info info = { new coroutine_pass (g), "coro-lower-builtins", 1,
			      PASS_POS_INSERT_BEFORE };
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
