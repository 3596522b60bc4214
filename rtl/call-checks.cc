/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which check belongs to which call.

   A back end may make a call anew after the check pass.  RISC-V's machine_reorg does
   so under -msave-restore: in a function that does nothing but call,

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
#include "call-checks.h"
#include "call-insn.h"

/* The checks by the INSN_UIDs of their calls.  */
typedef int_hash<int, -1, -2> insn_uid_hash;
static hash_map<insn_uid_hash, rtx_insn *> *checks;

struct marked_call
{
  int uid;
  unsigned regno;
  kcfi_mark mark;
};

static auto_vec<marked_call> noted;

void
kcfi_forget_checks (void)
{
  delete checks;
  checks = NULL;
  noted.truncate (0);
}

void
kcfi_set_check (const rtx_insn *call, rtx_insn *check)
{
  if (!checks)
    checks = new hash_map<insn_uid_hash, rtx_insn *>;
  checks->put (INSN_UID (call), check);
}

unsigned
kcfi_check_count (void)
{
  return checks ? checks->elements () : 0;
}

static rtx_insn *
check_of_uid (int uid)
{
  rtx_insn **check = checks ? checks->get (uid) : NULL;
  return check ? *check : NULL;
}

rtx_insn *
kcfi_check_of_call (const rtx_insn *call)
{
  return check_of_uid (INSN_UID (call));
}

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

/* The INSN_UIDs of all insns into UIDS.  */
static void
collect_uids (bitmap uids)
{
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    {
      bitmap_set_bit (uids, INSN_UID (insn));
      /* A call with its delay slot filled.  */
      if (NONJUMP_INSN_P (insn) && GET_CODE (PATTERN (insn)) == SEQUENCE)
	bitmap_set_bit (
	    uids, INSN_UID (as_a<rtx_sequence *> (PATTERN (insn))->insn (0)));
    }
}

bool
kcfi_adopt_mark (rtx_insn *call)
{
  unsigned regno;
  if (!called_register (call, &regno))
    return false;
  auto_bitmap there;
  collect_uids (there);
  marked_call *gone = NULL;
  for (unsigned i = 0; i < noted.length (); i++)
    if (noted[i].regno == regno && !bitmap_bit_p (there, noted[i].uid))
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
  rtx_insn *check = check_of_uid (gone->uid);
  if (check)
    kcfi_set_check (call, check);
  gone->uid = INSN_UID (call);
  return true;
}
