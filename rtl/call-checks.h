/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which check belongs to which call, from the check pass to the weld pass.  All of
   this is about the current function.  */

#ifndef KCFI_CALL_CHECKS_H
#define KCFI_CALL_CHECKS_H

/* Forget what was of the function before.  */
void kcfi_forget_checks (void);

/* CHECK has been placed for CALL.  */
void kcfi_set_check (const rtx_insn *call, rtx_insn *check);

/* How many were placed.  */
unsigned kcfi_check_count (void);

/* The check insn that was placed for CALL, or NULL.  */
rtx_insn *kcfi_check_of_call (const rtx_insn *call);

/* Note the marked calls.  When all checks are placed.  */
void kcfi_note_marked_calls (void);

/* If CALL has come in the place of a marked call that is gone, through the same
   register: give it that call's mark, and its check if it had one.  False, and
   nothing changed, if there is none, or more than one.  */
bool kcfi_adopt_mark (rtx_insn *call);

#endif
