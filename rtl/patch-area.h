/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a preamble gets in front of a function's label: by way of the patchable
   prefix.  */

#ifndef KCFI_PATCH_AREA_H
#define KCFI_PATCH_AREA_H

/* Take over targetm.asm_out.print_patchable_function_entry; call once.  */
void kcfi_patch_area_start (void);

/* The patchable prefix M of the current function, in nops.  Ask before
   kcfi_raise_patch_area.  */
unsigned kcfi_function_prefix (void);

/* Let the current function's preamble be printed in front of its label.  What
   the machine cannot serve is reported.  RECORD says whether a patchable prefix is
   listed in __patchable_function_entries.  Call once for each function, in the
   last pass.  */
void kcfi_raise_patch_area (bool record);

#endif
