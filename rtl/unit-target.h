/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The machine of this unit, and how its functions are compiled.  */

#ifndef KCFI_UNIT_TARGET_H
#define KCFI_UNIT_TARGET_H

#include "../gimple/code-choices.h"
#include "targets/target.h"

/* The machine of this unit; NULL before kcfi_use_unit_target: GCC declares its
   builtins earlier than that.  */
extern const struct kcfi_target *kcfi_target;

/* TARGET is the machine, and functions without a mark are made by CHOICES
   (borrowed).  Call once, before the first function is expanded.  */
void kcfi_use_unit_target (const struct kcfi_target *target,
			   const struct kcfi_code_choices *choices);

/* Those CHOICES.  */
const struct kcfi_code_choices *kcfi_unit_choices (void);

/* M of -fpatchable-function-entry=N,M for the whole unit, in nops.  */
unsigned kcfi_unit_prefix (void);

/* How the current function is compiled.  */
struct kcfi_code_mode kcfi_current_mode (void);

#endif
