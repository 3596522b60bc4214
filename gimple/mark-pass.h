/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marking: the GIMPLE pass over calls, and the functions of the unit.  */

#ifndef KCFI_MARK_PASS_H
#define KCFI_MARK_PASS_H

/* Register the pass that marks every indirect call of each function, after
   "cfg", before any optimisation.  */
void kcfi_mark_pass_start (const char *plugin_name);

/* Calls of function types with ATTRIBUTE, the name of one that the machine
   has or NULL, lead into another security state: they are not checked.  Call
   when the machine is known, before the first function.  */
void kcfi_mark_pass_use_target (const char *attribute);

/* True if the unit calls the function DECL directly, but through another
   prototype: Clang counts its address as taken (doc/abi.md).  */
bool kcfi_called_through_cast_p (const_tree decl);

#endif
