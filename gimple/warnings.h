/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings before the trap.

   They have no GCC option of their own, which a plugin cannot add: -w, -Werror
   and system headers apply as to any warning, -fplugin-arg-kcfi-warn= and
   no-warn= choose, and the name stands at the end of each message.  */

#ifndef KCFI_WARNINGS_H
#define KCFI_WARNINGS_H

#include "prototype-ids.h"
#include "warning-kinds.h"

/* Give the warnings in the set CHOSEN (of enum kcfi_warning) from now on.  The
   two that look by themselves are cast-warning.h and devirt-pass.h.  */
void kcfi_warnings_start (unsigned chosen);

bool kcfi_warning_chosen_p (enum kcfi_warning kind);

/* CALL in an unchecked form for REASON (enum kcfi_reason).  */
void kcfi_warn_unchecked_call (location_t location, int reason);

/* The address of a nested function is taken at LOCATION.  */
void kcfi_warn_trampoline (location_t location);

/* The address of DECL, an ifunc or a function with target_clones, is taken.  */
void kcfi_warn_ifunc (tree decl);

/* The alias DECL of TARGET, if their ids differ.  */
void kcfi_warn_alias (tree decl, tree target);

/* PROTOTYPE of FNTYPE, used at LOCATION, if its id depends on the unit.  */
void kcfi_warn_unstable (location_t location,
			 const struct kcfi_prototype *prototype);

/* The same for DECL, a function that has a preamble or that is called by
   address here, if other units see it.  */
void kcfi_warn_unstable_function (tree decl,
				  const struct kcfi_prototype *prototype);

#endif
