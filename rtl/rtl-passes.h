/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The RTL side: from a mark on a call insn to the check in front of it, and
   the preambles.  Passes in the order in which they run:

     tag-pass.cc    after "expand": the mark moves from the type to the insn
     check-pass.cc  after "zero_call_used_regs": registers chosen, check placed
     weld-pass.cc   before "shorten": check and call proven adjacent
     preamble.cc    at final: what stands before the function's label

   and, on declarations, kept-branches.cc.  */

#ifndef KCFI_RTL_PASSES_H
#define KCFI_RTL_PASSES_H

#include "targets/target.h"

/* Register the passes; call from plugin_init.  With ARITY preambles tell how
   many registers carry arguments, where the machine has a place for it.  */
void kcfi_rtl_passes_start (const char *plugin_name, bool arity,
			    bool kernel_traps);

/* The machine of this unit, before the first function is expanded.  */
void kcfi_rtl_use_target (const struct kcfi_target *target);

/* M of -fpatchable-function-entry=N,M for the whole unit, in nops.  */
unsigned kcfi_unit_prefix (void);

/* ATTRIBUTES of a function's declaration without those that keep its calls
   from the thunk by which a kernel finds them, where it may; the same list or a
   new one.  */
tree kcfi_without_kept_branches (tree attributes);

/* What follows is shared by the passes only.  */

extern const struct kcfi_target *kcfi_target;

void kcfi_tag_pass_start (const char *plugin_name);
void kcfi_check_pass_start (const char *plugin_name);
void kcfi_weld_pass_start (const char *plugin_name);
void kcfi_preamble_start (void);

/* The check insn that was placed for CALL of the current function, or NULL.
   Kept from the check pass to the weld pass.  */
rtx_insn *kcfi_check_of_call (const rtx_insn *call);

/* Let the current function's preamble be printed in front of its label.  */
void kcfi_request_preamble (void);

/* The patchable prefix M of the current function, in nops.  */
unsigned kcfi_function_prefix (void);

/* How the current function is compiled.  */
struct kcfi_code_mode kcfi_current_mode (void);

#endif
