/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks in front of marked call insns.  */

#ifndef KCFI_CHECK_PASS_H
#define KCFI_CHECK_PASS_H

/* Register the pass, after "zero_call_used_regs".  */
void kcfi_check_pass_start (const char *plugin_name);

/* The check insn that was placed for CALL of the current function, or NULL.
   Kept from the check pass to the weld pass.  */
rtx_insn *kcfi_check_of_call (const rtx_insn *call);

/* The check, if any, of the call that had the INSN_UID UID is that of CALL.  */
void kcfi_check_changes_call (int uid, const rtx_insn *call);

#endif
