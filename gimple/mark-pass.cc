/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks every indirect call, before any optimisation, with the id of the
   prototype it is written with, or with the reason why it has none:

     _1 = ops->read;                      _1 = ops->read;
     n = _1 (file);            becomes    n = _1 (file) [kcfi call 0x36b1c5a6];

   The mark is a property of the call as written: it stays with the call when
   its function is inlined, in both directions of no_sanitize.

   The dump tree-kcfi_mark shows each call with its mark.  */

#include "../plugin/gcc-compat.h"
#include "../plugin/timing.h"
#include "mark.h"
#include "mark-dump.h"
#include "cxx/virtual-ids.h"
#include "parse/source-events.h"
#include "mark-pass.h"
#include "print-ids.h"
#include "prototype-ids.h"
#include "unchecked-functions.h"
#include "warnings.h"
#include <gimple-pretty-print.h>

typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;
static hash_set<uid_hash> *called_through_cast;

bool
kcfi_called_through_cast_p (const_tree decl)
{
  return called_through_cast->contains (DECL_UID (decl));
}

/* Begin a line of the dump: where CALL is and how it is written.  */
static void
dump_call (gcall *call)
{
  kcfi_dump_location (dump_file, gimple_location (call));
  if (tree result = gimple_call_lhs (call))
    {
      print_generic_expr (dump_file, result, TDF_SLIM);
      fputs (" = ", dump_file);
    }
  print_gimple_expr (dump_file, call, 0, TDF_SLIM);
  fputs (": ", dump_file);
}

/* A direct call whose written prototype differs from the function's.  */
static void
look_at_direct_call (gcall *call, tree callee)
{
  tree fntype = gimple_call_fntype (call);
  if (fntype == TREE_TYPE (callee)
      || TYPE_MAIN_VARIANT (fntype) == TYPE_MAIN_VARIANT (TREE_TYPE (callee))
      || fndecl_built_in_p (callee) || !kcfi_prototyped_p (fntype)
      || !kcfi_prototyped_p (TREE_TYPE (callee)))
    return;
  uint32_t id = kcfi_prototype_of_type (fntype)->id;
  uint32_t own_id = kcfi_prototype_of_decl (callee)->id;
  if (id == own_id)
    return;
  called_through_cast->add (DECL_UID (callee));
  if (dump_file)
    {
      dump_call (call);
      fprintf (dump_file,
	       "direct, through a prototype of id 0x%08x, the function's is"
	       " 0x%08x\n",
	       id, own_id);
    }
}

/* Function types with this attribute are called into another security state;
   NULL if the machine has no such.  */
static const char *other_state_attribute;

void
kcfi_mark_pass_use_target (const char *attribute)
{
  other_state_attribute = attribute;
}

static bool
other_state_call_p (const_tree fntype)
{
  return other_state_attribute
	 && lookup_attribute (other_state_attribute, TYPE_ATTRIBUTES (fntype));
}

/* The mark of CALL, and what its id comes from in *PROTOTYPE, NULL if it has
   none.  */
static kcfi_mark
mark_of_indirect_call (gcall *call, bool unchecked,
		       const struct kcfi_prototype **prototype)
{
  tree fntype = gimple_call_fntype (call);
  *prototype = NULL;
  if (unchecked)
    return -KCFI_REASON_NOCFI;
  kcfi_mark known;
  if (kcfi_function_type_mark (fntype, &known))
    {
      if (kcfi_mark_has_id (known) && !kcfi_mark_virtual_p (known))
	*prototype = kcfi_prototype_of_type (fntype);
      return known;
    }
  if (TREE_CODE (gimple_call_fn (call)) == OBJ_TYPE_REF)
    {
      *prototype = kcfi_virtual_call_id (call);
      return *prototype ? KCFI_MARK_VIRTUAL | (*prototype)->id
			: -KCFI_REASON_VIRTUAL;
    }
  if (other_state_call_p (fntype))
    return -KCFI_REASON_OTHER_STATE;
  if (is_gimple_min_invariant (gimple_call_fn (call)))
    return -KCFI_REASON_CONSTANT_ADDRESS;
  if (!kcfi_prototyped_p (fntype))
    return -KCFI_REASON_UNPROTOTYPED;
  *prototype = kcfi_prototype_of_type (fntype);
  return (*prototype)->id;
}

/* The pass that gives the caller's part of strub ("at-calls") to a call builds it
   anew, by the pointer's type: our mark, be it an id or a reason, is lost.  */
static void
refuse_scrubbed_call (gcall *call)
{
  error_at (gimple_location (call),
	    "KCFI: a call through a pointer to a function with attribute"
	    " %<strub (\"at-calls\")%> cannot be checked; give the function"
	    " %<strub (\"internal\")%>");
}

static void
dump_indirect_call (gcall *call, kcfi_mark mark,
		    const struct kcfi_prototype *prototype)
{
  dump_call (call);
  kcfi_dump_mark (dump_file, mark);
  if (prototype)
    fprintf (dump_file, " %s", prototype->string);
  fputc ('\n', dump_file);
}

/* Mark CALL, which stands in FUNCTION.  Returns the mark.  */
static kcfi_mark
mark_indirect_call (gcall *call, tree function, bool unchecked)
{
  tree fntype = gimple_call_fntype (call);
  if (kcfi_scrubbed_by_caller_p (fntype))
    refuse_scrubbed_call (call);
  const struct kcfi_prototype *prototype;
  kcfi_mark mark = mark_of_indirect_call (call, unchecked, &prototype);
  if (prototype)
    kcfi_warn_unstable (gimple_location (call), prototype);
  else if (mark != -KCFI_REASON_NOCFI && !kcfi_reason_of_language_p (-mark))
    kcfi_warn_unchecked_call (gimple_location (call), -mark);
  gimple_call_set_fntype (call, kcfi_marked_function_type (fntype, mark));
  kcfi_print_call (call, function, mark, prototype);
  if (dump_file)
    dump_indirect_call (call, mark, prototype);
  return mark;
}

/* What GCC itself builds for builtins that no check can cover.  */
static void
warn_about_builtin (gcall *call)
{
  if (gimple_call_builtin_p (call, BUILT_IN_ADJUST_TRAMPOLINE)
      || kcfi_compat_heap_trampoline_p (call))
    kcfi_warn_trampoline (gimple_location (call));
  else if (gimple_call_builtin_p (call, BUILT_IN_APPLY))
    kcfi_warn_unchecked_call (gimple_location (call),
			      KCFI_REASON_BUILTIN_APPLY);
}

static void
mark_function (function *fun)
{
  kcfi_source_end ();
  bool unchecked = kcfi_unchecked_function_p (fun->decl);
  struct kcfi_mark_counts counts = {};
  basic_block block;
  FOR_EACH_BB_FN (block, fun)
    for (gimple_stmt_iterator place = gsi_start_bb (block); !gsi_end_p (place);
	 gsi_next (&place))
      {
	gcall *call = dyn_cast<gcall *> (gsi_stmt (place));
	if (!call || gimple_call_internal_p (call))
	  continue;
	tree callee = gimple_call_fndecl (call);
	if (!callee)
	  kcfi_count_mark (&counts,
			   mark_indirect_call (call, fun->decl, unchecked));
	else
	  {
	    look_at_direct_call (call, callee);
	    if (!unchecked)
	      warn_about_builtin (call);
	  }
      }
  if (dump_file)
    kcfi_dump_counts (dump_file, &counts);
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
    kcfi_timed timed ("kcfi_mark");
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
