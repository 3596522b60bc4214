/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The RTL side: from a mark on a call insn to the check in front of it, and
   the preambles.  Passes in the order in which they run:

     tag-pass.cc    after "expand": the mark moves from the type to the insn
     check-pass.cc  after "zero_call_used_regs": registers chosen, check placed
     weld-pass.cc   before "shorten": check and call proven adjacent
     patch-area.cc  at final: the preamble, made by preamble.cc, gets in front
		    of the function's label

   and, on declarations, kept-branches.cc.  unit-target.cc knows the machine;
   call-insn.cc, call-address.cc, registers.cc and compiler-options.cc read and
   change GCC's insns, registers and options.  */

#ifndef KCFI_RTL_PASSES_H
#define KCFI_RTL_PASSES_H

/* Register the passes under PLUGIN_NAME and take over the hooks; call once,
   from plugin_init.  */
void kcfi_rtl_passes_start (const char *plugin_name);

#endif
