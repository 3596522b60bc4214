/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls that a back end makes anew after the check pass.

   RISC-V's machine_reorg does so under -msave-restore: in a function that does
   nothing but call,

	call	t0,__riscv_save_0
	(check)
	jalr	a5			->	(check)
	tail	__riscv_restore_0		jr	a5

   it makes a sibling call insn of the parts of the old one, without its usage list,
   where the mark is, and with another INSN_UID (riscv-sr.c,
   riscv_remove_unneeded_save_restore_calls).  The mark is not lost as long as there
   is no doubt which call it was: one that was there and is gone, through the same
   register.  The weld pass then proves as ever that the check stands right in front
   of the new call.  */

#include "../plugin/gcc-compat.h"
#include "call-insn.h"
#include "check-pass.h"
#include "replaced-call.h"

struct marked_call
{
  int uid;
  unsigned regno;
  kcfi_mark mark;
};

/* Those of the current function.  */
static auto_vec<marked_call> noted;

static bool
called_register (rtx_insn *call, unsigned *regno)
{
  rtx mem = kcfi_call_mem (call);
  if (!mem || !REG_P (XEXP (mem, 0)))
    return false;
  *regno = REGNO (XEXP (mem, 0));
  return true;
}

void
kcfi_note_marked_calls (void)
{
  noted.truncate (0);
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    {
      marked_call call;
      if (CALL_P (insn) && called_register (insn, &call.regno)
	  && kcfi_call_mark (insn, &call.mark))
	{
	  call.uid = INSN_UID (insn);
	  noted.safe_push (call);
	}
    }
}

static bool
still_there_p (int uid)
{
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    {
      if (INSN_UID (insn) == uid)
	return true;
      /* A call with its delay slot filled.  */
      if (NONJUMP_INSN_P (insn) && GET_CODE (PATTERN (insn)) == SEQUENCE
	  && INSN_UID (as_a<rtx_sequence *> (PATTERN (insn))->insn (0)) == uid)
	return true;
    }
  return false;
}

bool
kcfi_adopt_mark (rtx_insn *call)
{
  unsigned regno;
  if (!called_register (call, &regno))
    return false;
  marked_call *gone = NULL;
  for (unsigned i = 0; i < noted.length (); i++)
    if (noted[i].regno == regno && !still_there_p (noted[i].uid))
      {
	if (gone)
	  return false;
	gone = &noted[i];
      }
  if (!gone)
    return false;
  kcfi_mark mark;
  if (!kcfi_call_mark (call, &mark))
    kcfi_set_call_mark (call, gone->mark);
  else if (mark != gone->mark)
    return false;
  kcfi_check_changes_call (gone->uid, call);
  gone->uid = INSN_UID (call);
  return true;
}
