/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing call insns: where they go and how they are marked.

   The mark of a call insn is `(use (const_int MARK))' in its
   CALL_INSN_FUNCTION_USAGE: peepholes copy it, and cross-jumping
   (old_insns_match_p in cfgcleanup.c) compares it, so that calls of different
   ids are never merged.  */

#ifndef KCFI_CALL_INSN_H
#define KCFI_CALL_INSN_H

#include "../gimple/mark.h"

/* The MEM that the call insn CALL goes to, or NULL_RTX for an insn that is no
   ordinary call.  */
rtx kcfi_call_mem (rtx_insn *call);

/* True if the address of CALL is not a symbol, as far as RTL shows.  */
bool kcfi_call_indirect_p (rtx_insn *call);

/* True if CALL is a call, but not one through a MEM: arm's into the non-secure
   state.  */
bool kcfi_call_other_form_p (rtx_insn *call);

/* The mark of CALL in *MARK; false if there is none.  */
bool kcfi_call_mark (rtx_insn *call, kcfi_mark *mark);
void kcfi_set_call_mark (rtx_insn *call, kcfi_mark mark);

/* Make CALL go through the hard register REGNO.  An insn that no longer is
   recognised tries again without the target's markers of memory operands.
   False, and nothing changed, if it cannot be.  */
bool kcfi_redirect_call (rtx_insn *call, unsigned regno);

/* Begin a line of the pass's dump about CALL: "kcfi: file.c:12:7: insn 15: ".
   A dump must be open, here and below.  */
void kcfi_dump_call (const rtx_insn *call);

/* The line about CALL that has no mark, and the insn.  */
void kcfi_dump_unmarked_call (const rtx_insn *call);

/* True if what CALL goes to is a function known by name whose address was
   brought into a register or memory (a library call, -fno-plt).  */
bool kcfi_call_known_function_p (rtx_insn *call);

#endif
