/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last look at every call of a function, directly before "shorten": each
   checked call has its check right in front of it, each other indirect call has
   its reason.  machine_reorg may have put something between check and call
   (literal pools, branch padding): then the check moves down to its call.

   Whatever cannot be proven is an error with a location, never silence.  */

#include "../plugin/gcc-compat.h"
#include "call-insn.h"
#include "check-pass.h"
#include "patch-area.h"
#include "weld-pass.h"

/* The insn in front of INSN that makes code, or a label, barrier or table.
   Notes and debug insns do not count.  */
static rtx_insn *
previous_code (rtx_insn *insn)
{
  do
    insn = PREV_INSN (insn);
  while (insn
	 && (DEBUG_INSN_P (insn)
	     || (NOTE_P (insn)
		 && NOTE_KIND (insn) != NOTE_INSN_SWITCH_TEXT_SECTIONS)));
  return insn;
}

/* True if CHECK, which stands somewhere before CALL, can move over INSN: no
   other way leads in or out between them, and nothing changes a register.  */
static bool
can_cross_p (rtx_insn *insn, rtx_insn *check)
{
  if (!NONJUMP_INSN_P (insn))
    return false;
  subrtx_iterator::array_type array;
  FOR_EACH_SUBRTX (iter, array, PATTERN (check), NONCONST)
    if (REG_P (*iter)
	&& (reg_set_p (*iter, insn) || reg_mentioned_p (*iter, PATTERN (insn))))
      return false;
  return true;
}

/* If LABEL ends a detour around a literal pool, as arm's machine_reorg makes
   it, the jump that begins it; else NULL:

	b	.Lbehind
	(barrier, table, barrier)
     .Lbehind:

   Nothing else may lead to LABEL.  */
static rtx_insn *
detour_start (rtx_insn *label)
{
  rtx_insn *insn = previous_code (label);
  if (LABEL_NUSES (label) > 1 || LABEL_PRESERVE_P (label) || !insn
      || !BARRIER_P (insn))
    return NULL;
  while (insn && !JUMP_P (insn))
    insn = previous_code (insn);
  if (!insn || !simplejump_p (insn) || JUMP_LABEL (insn) != label)
    return NULL;
  return insn;
}

/* Bring CHECK directly in front of CALL.  False if it cannot be.  */
static bool
weld (rtx_insn *check, rtx_insn *call)
{
  rtx_insn *insn = previous_code (call);
  if (insn == check)
    return true;
  for (; insn != check; insn = previous_code (insn))
    {
      if (insn && LABEL_P (insn))
	insn = detour_start (insn);
      else if (insn && !can_cross_p (insn, check))
	insn = NULL;
      if (!insn)
	return false;
    }
  reorder_insns_nobb (check, check, PREV_INSN (call));
  return true;
}

static void
verify_call (rtx_insn *call)
{
  if (!kcfi_call_indirect_p (call) && !kcfi_call_other_form_p (call))
    return;
  kcfi_mark mark;
  bool marked = kcfi_call_mark (call, &mark);
  if (!marked && !kcfi_call_other_form_p (call)
      && kcfi_call_known_function_p (call))
    return;
  if (!marked)
    {
      /* What cannot be served at all has no marks.  */
      if (!seen_error ())
	error_at (INSN_LOCATION (call),
		  "KCFI: an optimization has lost the type id of this indirect"
		  " call; please report this with the source file");
      return;
    }
  if (!kcfi_mark_has_id (mark))
    return;
  rtx_insn *check = kcfi_check_of_call (call);
  /* The check pass has said why.  */
  if (!check && seen_error ())
    return;
  if (!check || check->deleted () || !weld (check, call))
    error_at (INSN_LOCATION (call),
	      "KCFI: cannot keep the check of this indirect call next to it;"
	      " please report this with the source file");
}

namespace
{
const pass_data weld_pass_data
    = { RTL_PASS, "kcfi_weld", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

class weld_pass : public rtl_opt_pass
{
public:
  weld_pass (gcc::context *context) : rtl_opt_pass (weld_pass_data, context) {}
  unsigned int
  execute (function *) final override
  {
    for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
      if (CALL_P (insn))
	verify_call (insn);
      else if (NONJUMP_INSN_P (insn) && GET_CODE (PATTERN (insn)) == SEQUENCE)
	{
	  /* A call with its delay slot filled.  */
	  rtx_sequence *sequence = as_a<rtx_sequence *> (PATTERN (insn));
	  if (CALL_P (sequence->insn (0)))
	    verify_call (sequence->insn (0));
	}
    kcfi_raise_patch_area ();
    return 0;
  }
};
}

void
kcfi_weld_pass_start (const char *plugin_name)
{
  register_pass_info info
      = { new weld_pass (g), "shorten", 1, PASS_POS_INSERT_BEFORE };
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
