/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register that a marked call goes through.  After register allocation, with
   the control flow graph and liveness there.  */

#ifndef KCFI_CALL_ADDRESS_H
#define KCFI_CALL_ADDRESS_H

/* Bring the address of CALL into a register that the check can use; LIVE is
   what is live before the call, and loses what only the address needed.  Returns
   the register, or INVALID_REGNUM after an error.  */
unsigned kcfi_bring_address (rtx_insn *call, regset live);

/* The tag pass has sent CALL of BLOCK through the thunk's register.  If it goes
   through another now, put the register back.  False after an error.  */
bool kcfi_restore_thunk_register (rtx_insn *call, basic_block block);

#endif
