/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traps that stand behind the function (KCFI_CHECK_OUT_OF_LINE).  */

#ifndef KCFI_TRAP_CODE_H
#define KCFI_TRAP_CODE_H

#include "targets/target.h"

/* Forget those of the function before.  */
void kcfi_forget_traps (void);

/* Note the trap of CHECK, which CALL in BLOCK gets; while blocks exist.  */
void kcfi_add_trap (const struct kcfi_check *check, const rtx_insn *call,
		    basic_block block);

/* Put the traps into the insns of the current function, when the place of all
   code in it is settled.  */
void kcfi_place_traps (void);

#endif
