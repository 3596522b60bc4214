/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patchable prefix as the place of the preamble.

   GCC calls targetm.asm_out.print_patchable_function_entry between the
   function's alignment and its label, for each function that has a patchable
   prefix (assemble_start_function in varasm.c).  So every function is given one
   nop more than it has, in front and in all, and the preamble is printed in that
   nop's place.  Of a function with -fpatchable-function-entry=N,M:

     the last pass		patch_area_size N + 1, patch_area_entry M + 1
     print_entry (M + 1, ...)	both are lowered again: the machine looks at them
				when it prints what is behind the label
	.balign	16
     __cfi_f:
	movl	$ID, %eax	the preamble, in place of one nop
	nop ... (M)		GCC's own, with their label in
				__patchable_function_entries
     f:
     print_entry (N - M, false)	called if N > M; GCC passes RECORD = false since it
				thinks that a prefix was recorded: only if M > 0
	nop ... (N - M)  */

#include "../plugin/gcc-compat.h"
#include "patch-area.h"
#include "preamble.h"
#include "unit-target.h"

static void (*next_print_entry) (FILE *, unsigned HOST_WIDE_INT, bool);

/* The function between kcfi_raise_patch_area and the end of its output.  */
static struct
{
  tree raised;		/* Its patch area is one nop larger than it was; NULL
			   once what is in front of its label is out.  */
  bool prefix_recorded; /* GCC has printed and recorded a prefix of its own.  */
  bool unrecorded;	/* It is not to.  */
} state;

unsigned
kcfi_function_prefix (void)
{
  return crtl->patch_area_entry;
}

/* Report what TARGET cannot serve of the current function's patch area.  True
   if there was something.  */
static bool
report_refused_area (const struct kcfi_target *target)
{
  location_t location = DECL_SOURCE_LOCATION (current_function_decl);
  unsigned nop_bytes = kcfi_current_mode ().nop_bytes;
  if (target->no_patchable_entry && crtl->patch_area_size)
    error_at (location,
	      "KCFI on %s cannot serve %<-fpatchable-function-entry%>: GCC"
	      " prints all of its nops in front of the function",
	      target->name);
  else if (crtl->patch_area_entry && !target->max_prefix_bytes)
    error_at (location,
	      "KCFI on %s cannot serve the nops that"
	      " %<-fpatchable-function-entry%> puts in front of a function",
	      target->name);
  else if (crtl->patch_area_entry * nop_bytes > target->max_prefix_bytes)
    error_at (location,
	      "KCFI: the check cannot reach over the %u nops that"
	      " %<-fpatchable-function-entry%> puts in front of a function",
	      (unsigned) crtl->patch_area_entry);
  else
    return false;
  return true;
}

void
kcfi_raise_patch_area (bool record)
{
  if (report_refused_area (kcfi_target))
    return;
  crtl->patch_area_entry++;
  crtl->patch_area_size++;
  state.raised = current_function_decl;
  state.unrecorded = !record;
}

/* In front of the label NOPS is one more than the function's M.  */
static void
print_entry (FILE *file, unsigned HOST_WIDE_INT nops, bool record)
{
  if (!state.raised || state.raised != current_function_decl)
    {
      next_print_entry (file, nops, record || !state.prefix_recorded);
      return;
    }
  crtl->patch_area_entry--;
  crtl->patch_area_size--;
  unsigned own_nops = nops - 1;
  state.raised = NULL_TREE;
  state.prefix_recorded = own_nops > 0 && !state.unrecorded;
  kcfi_print_preamble (file, current_function_decl, own_nops);
  if (own_nops > 0)
    next_print_entry (file, own_nops, state.prefix_recorded);
}

void
kcfi_patch_area_start (void)
{
  next_print_entry = targetm.asm_out.print_patchable_function_entry;
  targetm.asm_out.print_patchable_function_entry = print_entry;
}
