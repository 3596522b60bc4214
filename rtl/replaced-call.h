/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls that a back end makes anew after the check pass.  */

#ifndef KCFI_REPLACED_CALL_H
#define KCFI_REPLACED_CALL_H

/* Note the marked calls of the current function.  The check pass, when it is
   done.  */
void kcfi_note_marked_calls (void);

/* If CALL has come in the place of a marked call that is gone, through the same
   register: give it that call's mark, and its check if it had one.  False, and
   nothing changed, if there is none, or more than one.  */
bool kcfi_adopt_mark (rtx_insn *call);

#endif
