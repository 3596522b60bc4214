/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preambles of C++ thunks.

   A thunk stands in a virtual table in place of a function, adds to `this' and
   jumps there.  Simple ones are written by the machine, as text or as a few insns
   that go through no pass (expand_thunk in symtab-thunks.cc), so that the last
   pass does not raise their patch area.  It is done here, before the machine
   prints label and code:

	movl	$ID, %eax	of the function behind the thunk
	nop ... (M)
     _ZThn8_N1D1fEv:
	subq	$8, %rdi
	jmp	_ZN1D1fEv

   GCC gives these thunks no patchable nops.  Checks look for the id in front of
   M nops, so they get the unit's M.  They get none behind the label and no entry in
   __patchable_function_entries: whoever patches the functions that are listed there
   would overwrite code.  */

#include "../plugin/gcc-compat.h"
#include "patch-area.h"
#include "thunks.h"
#include "unit-target.h"

static void (*next_output_mi_thunk) (FILE *, tree, HOST_WIDE_INT, HOST_WIDE_INT,
				     tree);

static void
output_thunk (FILE *file, tree thunk, HOST_WIDE_INT delta,
	      HOST_WIDE_INT vcall_offset, tree function)
{
  crtl->patch_area_entry = crtl->patch_area_size = kcfi_unit_prefix ();
  kcfi_raise_patch_area (false);
  next_output_mi_thunk (file, thunk, delta, vcall_offset, function);
}

void
kcfi_thunks_start (void)
{
  next_output_mi_thunk = targetm.asm_out.output_mi_thunk;
  targetm.asm_out.output_mi_thunk = output_thunk;
}
