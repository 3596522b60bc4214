/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places the check of every marked indirect call: the called address comes into
   a register the machine likes, and a volatile asm insn with the target's text
   stands in front of the call:

     (set (reg r11) (mem ...))			only if it was in memory
     (parallel [(asm_operands/v "movl ..." [(reg r11)])
		(clobber (reg r10)) (clobber (reg flags))])
     (call_insn (call (mem (reg r11))) ...)

   Runs after "zero_call_used_regs": registers are hard, prologues are there,
   the control flow graph and liveness still are, branch lengths are not
   computed yet.

   The dump rtl-kcfi_check shows each check with its registers, and calls that
   got another register for their address; with -details also the text.  */

#include "../plugin/gcc-compat.h"
#include "../plugin/timing.h"
#include "call-address.h"
#include "call-checks.h"
#include "call-insn.h"
#include "check-pass.h"
#include "code-section.h"
#include "patch-area.h"
#include "registers.h"
#include "trap-code.h"
#include "unit-target.h"
#include "../gimple/mark-dump.h"
#include <except.h>

/* Numbers the labels of the assembler file.  */
static unsigned check_count;

/* TEXT with the characters escaped that asm templates give a meaning.  */
static const char *
asm_template (const char *text)
{
#ifdef ASSEMBLER_DIALECT
  const char *special = "%{|}";
#else
  const char *special = "%";
#endif
  auto_vec<char, 512> escaped;
  for (; *text; text++)
    {
      if (strchr (special, *text))
	escaped.safe_push ('%');
      escaped.safe_push (*text);
    }
  escaped.safe_push ('\0');
  return ggc_strdup (escaped.address ());
}

/* Bytes from the id that MARK's call compares to the entry of a function.  */
static unsigned
id_offset (kcfi_mark mark, const struct kcfi_code_mode *mode)
{
  unsigned offset = 4 + kcfi_function_prefix () * mode->nop_bytes;
  if (kcfi_mark_virtual_p (mark))
    offset += kcfi_id_bytes (kcfi_target, mode);
  return offset;
}

/* The check of CALL, of MARK, through TARGET as an insn pattern.  It has no place
   in the source: final.cc would print that as `# 3 "FILE" 1', with a quote in
   the name of FILE as it is, and the assembler would refuse the file.  Of
   UNKNOWN_LOCATION it would read a name that is NULL.  */
static rtx
check_pattern (const rtx_insn *call, kcfi_mark mark, unsigned target,
	       const unsigned *scratch, basic_block block)
{
  const location_t location = BUILTINS_LOCATION;
  struct kcfi_code_mode mode = kcfi_current_mode ();
  struct kcfi_check check = {};
  check.mode = &mode;
  check.id = kcfi_id_in_code (kcfi_target, kcfi_mark_id (mark));
  check.target = reg_names[target];
  for (unsigned i = 0; i < kcfi_target->scratch_wanted; i++)
    if (scratch[i] != INVALID_REGNUM)
      check.scratch[i]
	  = kcfi_register_name (kcfi_target->scratch_registers, scratch[i]);
  check.id_offset = id_offset (mark, &mode);
  check.number = ++check_count;
  check.section_check = kcfi_first_check_in_section (block, check.number);
  check.comdat_group = kcfi_comdat_group ();
  struct kcfi_text text = {};
  kcfi_target->print_check (&text, &check);
  if (mode.form == KCFI_CHECK_OUT_OF_LINE)
    kcfi_add_trap (&check, call, block);
  if (dump_file && (dump_flags & TDF_DETAILS))
    fprintf (dump_file, "\t%s\n", text.bytes);

  /* Any register: PowerPC calls through ctr.  */
  rtx constraint = gen_rtx_ASM_INPUT_loc (Pmode, "X", location);
  rtx operands = gen_rtx_ASM_OPERANDS (
      VOIDmode, asm_template (text.bytes), "", 0,
      gen_rtvec (1, gen_rtx_REG (Pmode, target)), gen_rtvec (1, constraint),
      rtvec_alloc (0), location);
  MEM_VOLATILE_P (operands) = 1;
  kcfi_text_free (&text);

  auto_vec<rtx, 4> elements;
  elements.safe_push (operands);
  for (unsigned i = 0; i < kcfi_target->scratch_wanted; i++)
    if (scratch[i] != INVALID_REGNUM)
      elements.safe_push (
	  gen_rtx_CLOBBER (VOIDmode, gen_rtx_REG (Pmode, scratch[i])));
  if (kcfi_target->flags_register)
    {
      unsigned flags = kcfi_register_number (kcfi_target->flags_register);
      elements.safe_push (
	  gen_rtx_CLOBBER (VOIDmode, gen_rtx_REG (CCmode, flags)));
    }
  return gen_rtx_PARALLEL (
      VOIDmode, gen_rtvec_v (elements.length (), elements.address ()));
}

/* The line about CHECK of CALL, which is marked with MARK, and its registers.  */
static void
dump_check (const rtx_insn *call, kcfi_mark mark, const rtx_insn *check,
	    unsigned target, const unsigned *scratch)
{
  kcfi_dump_call (call);
  kcfi_dump_mark (dump_file, mark);
  fprintf (dump_file, ", check is insn %d, target %s, scratch",
	   INSN_UID (check), reg_names[target]);
  bool any = false;
  for (unsigned i = 0; i < kcfi_target->scratch_wanted; i++)
    if (scratch[i] != INVALID_REGNUM)
      {
	fprintf (
	    dump_file, " %s",
	    kcfi_register_name (kcfi_target->scratch_registers, scratch[i]));
	any = true;
      }
  fputs (any ? "\n" : " none\n", dump_file);
}

/* Report that the check of CALL, which is marked with MARK, cannot reach its id.
   Whether it reaches the id of other calls was asked for each function
   (patch-area.cc).  True if there was something.  */
static bool
report_unreachable_id (const rtx_insn *call, kcfi_mark mark)
{
  struct kcfi_code_mode mode = kcfi_current_mode ();
  if (!kcfi_mark_virtual_p (mark) || kcfi_function_prefix () == 0
      || id_offset (mark, &mode) <= 4 + kcfi_target->max_prefix_bytes)
    return false;
  error_at (INSN_LOCATION (call),
	    "KCFI: the check of this virtual call cannot reach over the %u nops"
	    " that %<-fpatchable-function-entry%> puts in front of a function",
	    kcfi_function_prefix ());
  return true;
}

/* Place the check of CALL, which is marked with MARK.  LIVE is what is live after
   the call and becomes what is live before it.  */
static void
place_check (rtx_insn *call, kcfi_mark mark, basic_block block, regset live)
{
  if (!kcfi_restore_thunk_register (call, block)
      || report_unreachable_id (call, mark))
    return;
  auto_bitmap live_after;
  bitmap_copy (live_after, live);
  df_simulate_one_insn_backwards (block, call, live);
  unsigned target = kcfi_bring_address (call, live);
  if (target == INVALID_REGNUM)
    return;
  /* The register the address was in is free now, if nobody else wants it.  */
  bitmap_copy (live, live_after);
  df_simulate_one_insn_backwards (block, call, live);
  unsigned scratch[KCFI_MAX_SCRATCH];
  unsigned found = kcfi_choose_registers (kcfi_target->scratch_registers,
					  kcfi_target->scratch_wanted, target,
					  call, live, scratch);
  if (found < kcfi_target->scratch_needed)
    {
      error_at (INSN_LOCATION (call),
		"KCFI: no free register for the check of this indirect call;"
		" use fewer %<-ffixed-%> registers");
      return;
    }
  rtx pattern = check_pattern (call, mark, target, scratch, block);
  rtx_insn *check
      = emit_insn_before_setloc (pattern, call, INSN_LOCATION (call));
  if (cfun->can_throw_non_call_exceptions)
    make_reg_eh_region_note_nothrow_nononlocal (check);
  kcfi_set_check (call, check);
  if (dump_file)
    dump_check (call, mark, check, target, scratch);
}

/* True if INSN is an indirect call with an id, its mark in *MARK.  */
static bool
checked_call_p (rtx_insn *insn, kcfi_mark *mark)
{
  return CALL_P (insn) && kcfi_call_indirect_p (insn)
	 && kcfi_call_mark (insn, mark) && kcfi_mark_has_id (*mark);
}

static bool
has_checked_call_p (function *fun)
{
  basic_block block;
  rtx_insn *insn;
  kcfi_mark mark;
  FOR_EACH_BB_FN (block, fun)
    FOR_BB_INSNS (block, insn)
      if (checked_call_p (insn, &mark))
	return true;
  return false;
}

/* Walk backwards, so that what is live before each call is at hand.  */
static void
place_checks_in_block (basic_block block)
{
  auto_bitmap live;
  df_simulate_initialize_backwards (block, live);
  /* What a call gets in front of it is walked over next.  */
  for (rtx_insn *insn = BB_END (block); insn != PREV_INSN (BB_HEAD (block));
       insn = PREV_INSN (insn))
    {
      if (!INSN_P (insn))
	continue;
      kcfi_mark mark;
      if (checked_call_p (insn, &mark))
	place_check (insn, mark, block, live);
      else
	df_simulate_one_insn_backwards (block, insn, live);
    }
}

/* MIPS has calls that become a call and a load of gp; without a scheduler only
   after this pass, when a check could no longer find its call.  */
static void
split_checked_calls (function *fun)
{
  basic_block block;
  rtx_insn *insn, *next;
  kcfi_mark mark;
  FOR_EACH_BB_FN (block, fun)
    FOR_BB_INSNS_SAFE (block, insn, next)
      if (checked_call_p (insn, &mark))
	try_split (PATTERN (insn), insn, 1);
}

static void
place_checks (function *fun)
{
  kcfi_forget_checks ();
  kcfi_forget_traps ();
  if (!has_checked_call_p (fun))
    return;
  split_checked_calls (fun);
  df_analyze ();
  basic_block block;
  FOR_EACH_BB_FN (block, fun)
    place_checks_in_block (block);
}

namespace
{
const pass_data check_pass_data
    = { RTL_PASS, "kcfi_check", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

class check_pass : public rtl_opt_pass
{
public:
  check_pass (gcc::context *context) : rtl_opt_pass (check_pass_data, context)
  {
  }
  unsigned int
  execute (function *fun) final override
  {
    kcfi_timed timed ("kcfi_check");
    place_checks (fun);
    if (dump_file)
      fprintf (dump_file, "kcfi: checks placed: %u\n", kcfi_check_count ());
    kcfi_note_marked_calls ();
    return 0;
  }
};
}

void
kcfi_check_pass_start (const char *plugin_name)
{
  register_pass_info info
      = { new check_pass (g), "zero_call_used_regs", 1, PASS_POS_INSERT_AFTER };
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
