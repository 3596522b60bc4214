/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Right after "expand" the MEM of an indirect call still names the call's
   function type, and with it the mark; peepholes make MEMs that do not.  So the
   mark moves onto the insn here:

     (call_insn (call (mem:QI (reg:DI 82) [0 *_1 S1]) ...)
		(use (const_int 0x36b1c5a6)) ...)

   Under retpolines the target moves into the thunk's register here as well,
   with a use of that register that keeps combine from undoing it:

     (set (reg:DI r11) (reg:DI 82))
     (call_insn (call (mem:QI (reg:DI r11))) (use (reg:DI r11)) ...)

   The dump rtl-kcfi_tag shows each indirect call with its mark and where that
   comes from; with -details also the calls that need none.  */

#include "../plugin/gcc-compat.h"
#include "../plugin/timing.h"
#include "call-insn.h"
#include "compiler-options.h"
#include "registers.h"
#include "tag-pass.h"
#include "unit-target.h"
#include "../gimple/mark-dump.h"

/* True if the value of the retpoline option or attribute is a thunk.  */
static bool
thunk_value_p (const char *value)
{
  return value && strcmp (value, "keep") != 0;
}

/* True if indirect calls of the current function go through a thunk.  */
static bool
calls_through_thunk_p (void)
{
  if (!kcfi_target->thunk_option)
    return false;
  tree attribute = lookup_attribute (kcfi_target->thunk_attribute,
				     DECL_ATTRIBUTES (current_function_decl));
  if (attribute)
    return thunk_value_p (
	TREE_STRING_POINTER (TREE_VALUE (TREE_VALUE (attribute))));

  return thunk_value_p (kcfi_enumeration_value (kcfi_target->thunk_option));
}

/* Bring CALL's target into the thunk's register.  */
static void
move_to_thunk_register (rtx_insn *call)
{
  unsigned regno = kcfi_register_number (kcfi_target->thunk_register);
  if (fixed_regs[regno] || global_regs[regno])
    {
      error_at (INSN_LOCATION (call),
		"KCFI with %<-%s%> needs register %qs, which is not free",
		kcfi_target->thunk_option, kcfi_target->thunk_register);
      return;
    }
  rtx address = XEXP (kcfi_call_mem (call), 0);
  machine_mode mode
      = GET_MODE (address) == VOIDmode ? Pmode : GET_MODE (address);
  rtx reg = gen_rtx_REG (mode, regno);
  start_sequence ();
  emit_move_insn (reg, address);
  rtx_insn *move = get_insns ();
  end_sequence ();
  if (!kcfi_redirect_call (call, regno))
    {
      error_at (INSN_LOCATION (call),
		"KCFI cannot send this call through register %qs",
		kcfi_target->thunk_register);
      return;
    }
  emit_insn_before (move, call);
  CALL_INSN_FUNCTION_USAGE (call) = gen_rtx_EXPR_LIST (
      VOIDmode, gen_rtx_USE (VOIDmode, reg), CALL_INSN_FUNCTION_USAGE (call));
  if (dump_file)
    {
      kcfi_dump_call (call);
      fprintf (dump_file, "address moved into %s for the thunk\n",
	       reg_names[regno]);
    }
}

/* The mark of CALL in *MARK.  Returns where it comes from, in words for the
   dump; NULL if there is none.  */
static const char *
find_mark (rtx_insn *call, kcfi_mark *mark)
{
  tree expression = MEM_EXPR (kcfi_call_mem (call));
  if (expression && kcfi_function_type_mark (TREE_TYPE (expression), mark))
    return "by its type";
  if (kcfi_call_known_function_p (call))
    {
      *mark = -KCFI_REASON_DIRECT;
      return "what it calls is known by name";
    }
  if (!expression && kcfi_compat_untyped_call_p (call))
    {
      *mark = -KCFI_REASON_BUILTIN_APPLY;
      return "an untyped call";
    }
  return NULL;
}

/* Put MARK, which comes from SOURCE, onto CALL.  */
static void
set_mark (rtx_insn *call, kcfi_mark mark, const char *source,
	  struct kcfi_mark_counts *counts)
{
  kcfi_set_call_mark (call, mark);
  kcfi_count_mark (counts, mark);
  if (!dump_file)
    return;
  kcfi_dump_call (call);
  kcfi_dump_mark (dump_file, mark);
  fprintf (dump_file, ", %s\n", source);
}

/* A call that no MEM leads to: only into another security state.  */
static void
tag_other_form (rtx_insn *call, struct kcfi_mark_counts *counts)
{
  if (kcfi_target->other_state_attribute)
    {
      set_mark (call, -KCFI_REASON_OTHER_STATE, "by the form of the insn",
		counts);
      return;
    }
  if (dump_file)
    kcfi_dump_unmarked_call (call);
  error_at (INSN_LOCATION (call),
	    "KCFI does not know this kind of call; please report this with"
	    " the source file");
}

static void
tag_call (rtx_insn *call, bool through_thunk, struct kcfi_mark_counts *counts)
{
  if (kcfi_call_other_form_p (call))
    {
      tag_other_form (call, counts);
      return;
    }
  if (!kcfi_call_indirect_p (call))
    {
      if (dump_file && (dump_flags & TDF_DETAILS))
	{
	  kcfi_dump_call (call);
	  fputs ("direct, needs no mark\n", dump_file);
	}
      return;
    }
  kcfi_mark mark;
  const char *source = find_mark (call, &mark);
  if (!source)
    {
      if (dump_file)
	kcfi_dump_unmarked_call (call);
      error_at (INSN_LOCATION (call),
		"KCFI: this indirect call has no type id; if its object was"
		" compiled with %<-flto%>, compile it with the KCFI plugin");
      return;
    }
  set_mark (call, mark, source, counts);
  if (!kcfi_mark_has_id (mark))
    return;
  /* Two: the id, and the address if it is still in memory then.  */
  kcfi_reserve_registers (kcfi_target->scratch_registers, 2, call);
  if (through_thunk)
    move_to_thunk_register (call);
}

namespace
{
const pass_data tag_pass_data
    = { RTL_PASS, "kcfi_tag", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

class tag_pass : public rtl_opt_pass
{
public:
  tag_pass (gcc::context *context) : rtl_opt_pass (tag_pass_data, context) {}
  unsigned int
  execute (function *) final override
  {
    kcfi_timed timed ("kcfi_tag");
    if (kcfi_report_refusals (kcfi_target))
      return 0;
    bool through_thunk = calls_through_thunk_p ();
    struct kcfi_mark_counts counts = {};
    for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
      if (CALL_P (insn))
	tag_call (insn, through_thunk, &counts);
    if (dump_file)
      kcfi_dump_counts (dump_file, &counts);
    return 0;
  }
};
}

void
kcfi_tag_pass_start (const char *plugin_name)
{
  register_pass_info info
      = { new tag_pass (g), "expand", 1, PASS_POS_INSERT_AFTER };
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
