/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traps that stand behind the function: the branch of such a check is not taken when
   all is well, and the call follows it directly.

   A function may have two parts, in sections of their own.  Each trap goes to the end
   of the part that its check is in, as the branch might not reach the other one:

	(hot part)
	(traps of its checks)
	(note SWITCH_TEXT_SECTIONS)
	(cold part)
	(traps of its checks)

   The processor comes to these ends by the branch of a check only: what a function
   ends with is a return, a jump, or a call that does not return.

   dwarf2cfi.c follows the control flow from label to label, so what a debugger knows
   of the frame at the trap is what holds at the end of the part.  It finds the frame
   by the call that the branch behind the trap leads to.  */

#include "../plugin/gcc-compat.h"
#include "trap-code.h"
#include "unit-target.h"

struct trap
{
  char *text;
  location_t location;
  bool second_part;
};

static auto_vec<trap> traps;

void
kcfi_forget_traps (void)
{
  for (unsigned i = 0; i < traps.length (); i++)
    free (traps[i].text);
  traps.truncate (0);
}

/* True if the code of BLOCK goes to the part that does not begin the function.  */
static bool
in_second_part_p (basic_block block)
{
  basic_block first = ENTRY_BLOCK_PTR_FOR_FN (cfun)->next_bb;
  return crtl->has_bb_partition && BB_PARTITION (block) != BB_PARTITION (first);
}

void
kcfi_add_trap (const struct kcfi_check *check, const rtx_insn *call,
	       basic_block block)
{
  struct kcfi_text text = {};
  kcfi_target->print_trap (&text, check);
  traps.safe_push ({ kcfi_text_take (&text), INSN_LOCATION (call),
		     in_second_part_p (block) });
}

/* Where the second part begins, or NULL.  */
static rtx_insn *
find_second_part (void)
{
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    if (NOTE_P (insn) && NOTE_KIND (insn) == NOTE_INSN_SWITCH_TEXT_SECTIONS)
      return insn;
  return NULL;
}

/* Basic asm: its text is printed as it is.  It has no place in the source either
   (check-pass.cc).  */
static rtx
trap_pattern (const trap &trap)
{
  rtx pattern = gen_rtx_ASM_INPUT_loc (VOIDmode, ggc_strdup (trap.text),
				       BUILTINS_LOCATION);
  MEM_VOLATILE_P (pattern) = 1;
  return pattern;
}

void
kcfi_place_traps (void)
{
  if (traps.is_empty ())
    return;
  rtx_insn *second_part = find_second_part ();
  for (unsigned i = 0; i < traps.length (); i++)
    {
      rtx pattern = trap_pattern (traps[i]);
      if (second_part && !traps[i].second_part)
	emit_insn_before_setloc (pattern, second_part, traps[i].location);
      else
	emit_insn_after_setloc (pattern, get_last_insn (), traps[i].location);
    }
  kcfi_forget_traps ();
}
