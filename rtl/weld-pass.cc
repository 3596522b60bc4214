/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last look at every call of a function, directly before "shorten": each
   checked call has its check right in front of it, each other indirect call has
   its reason.  machine_reorg may have put something between check and call
   (literal pools, branch padding): then the check moves down to its call.

   Whatever cannot be proven is an error with a location, never silence.

   The dump rtl-kcfi_weld shows each indirect call as it is in the end, and how
   many insns its check has moved over; with -details also those.  */

#include "../plugin/gcc-compat.h"
#include "../plugin/timing.h"
#include "call-checks.h"
#include "call-insn.h"
#include "patch-area.h"
#include "trap-code.h"
#include "weld-pass.h"
#include "../gimple/mark-dump.h"
#include <print-rtl.h>

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

/* The line about CHECK that cannot come to CALL, because INSN, or the beginning
   of the function if it is NULL, is in its way.  */
static void
dump_obstacle (const rtx_insn *check, const rtx_insn *call,
	       const rtx_insn *insn)
{
  kcfi_dump_call (call);
  fprintf (dump_file, "check insn %d cannot move over %s\n", INSN_UID (check),
	   insn ? "this:" : "the beginning of the function");
  if (insn)
    dump_insn_slim (dump_file, insn);
}

/* Bring CHECK directly in front of CALL, over *CROSSED insns.  False if it
   cannot be.  */
static bool
weld (rtx_insn *check, rtx_insn *call, unsigned *crossed)
{
  rtx_insn *insn = previous_code (call);
  *crossed = 0;
  if (insn == check)
    return true;
  for (; insn != check; insn = previous_code (insn))
    {
      const rtx_insn *next = insn;
      if (insn && LABEL_P (insn))
	insn = detour_start (insn);
      else if (insn && !can_cross_p (insn, check))
	insn = NULL;
      if (!insn)
	{
	  if (dump_file)
	    dump_obstacle (check, call, next);
	  return false;
	}
      if (dump_file && (dump_flags & TDF_DETAILS))
	dump_insn_slim (dump_file, insn);
      ++*crossed;
    }
  reorder_insns_nobb (check, check, PREV_INSN (call));
  return true;
}

/* CALL's mark in *MARK and its check, or NULL, in *CHECK; false if it has no mark,
   nor one that it can adopt.  */
static bool
find_mark (rtx_insn *call, kcfi_mark *mark, rtx_insn **check)
{
  bool marked = kcfi_call_mark (call, mark);
  *check = kcfi_check_of_call (call);
  if (marked && (*check || !kcfi_mark_has_id (*mark)))
    return true;
  if (!marked && !kcfi_call_other_form_p (call)
      && kcfi_call_known_function_p (call))
    return false;
  if (!kcfi_adopt_mark (call))
    return marked;
  *check = kcfi_check_of_call (call);
  return kcfi_call_mark (call, mark);
}

/* The line about CALL with MARK; if that is an id, of its CHECK as well, which
   has moved over CROSSED insns, else CHECK is NULL.  */
static void
dump_result (const rtx_insn *call, kcfi_mark mark, const rtx_insn *check,
	     unsigned crossed)
{
  kcfi_dump_call (call);
  kcfi_dump_mark (dump_file, mark);
  if (check)
    fprintf (dump_file, ", check is insn %d", INSN_UID (check));
  if (crossed)
    fprintf (dump_file, ", moved over %u insn%s", crossed,
	     crossed == 1 ? "" : "s");
  fputc ('\n', dump_file);
}

static void
verify_call (rtx_insn *call, struct kcfi_mark_counts *counts)
{
  if (!kcfi_call_indirect_p (call) && !kcfi_call_other_form_p (call))
    return;
  kcfi_mark mark;
  rtx_insn *check;
  bool marked = find_mark (call, &mark, &check);
  if (!marked && !kcfi_call_other_form_p (call)
      && kcfi_call_known_function_p (call))
    return;
  if (!marked)
    {
      if (dump_file)
	kcfi_dump_unmarked_call (call);
      /* What cannot be served at all has no marks.  */
      if (!seen_error ())
	error_at (INSN_LOCATION (call),
		  "KCFI: an optimization has lost the type id of this indirect"
		  " call; please report this with the source file");
      return;
    }
  kcfi_count_mark (counts, mark);
  if (!kcfi_mark_has_id (mark))
    {
      if (dump_file)
	dump_result (call, mark, NULL, 0);
      return;
    }
  /* The check pass has said why.  */
  if (!check && seen_error ())
    return;
  unsigned crossed;
  if (!check || check->deleted () || !weld (check, call, &crossed))
    error_at (INSN_LOCATION (call),
	      "KCFI: cannot keep the check of this indirect call next to it;"
	      " please report this with the source file");
  else if (dump_file)
    dump_result (call, mark, check, crossed);
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
    kcfi_timed timed ("kcfi_weld");
    struct kcfi_mark_counts counts = {};
    for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
      if (CALL_P (insn))
	verify_call (insn, &counts);
      else if (NONJUMP_INSN_P (insn) && GET_CODE (PATTERN (insn)) == SEQUENCE)
	{
	  /* A call with its delay slot filled.  */
	  rtx_sequence *sequence = as_a<rtx_sequence *> (PATTERN (insn));
	  if (CALL_P (sequence->insn (0)))
	    verify_call (sequence->insn (0), &counts);
	}
    kcfi_place_traps ();
    if (dump_file)
      kcfi_dump_counts (dump_file, &counts);
    kcfi_raise_patch_area (true);
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
