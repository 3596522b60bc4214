/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC's options of the machine, by the names that targets give them.  */

#ifndef KCFI_COMPILER_OPTIONS_H
#define KCFI_COMPILER_OPTIONS_H

#include "targets/target.h"

/* The value of OPTION ("mindirect-branch="), an enumeration, in the current
   function, as users write it; NULL if this GCC has no such option.  */
const char *kcfi_enumeration_value (const char *option);

/* True if OPTION ("m16"), a flag, is on for the unit; false also if this GCC has no
   such option.  */
bool kcfi_option_on_p (const char *option);

/* Turn OPTION, a flag with a variable of its own, on.  */
void kcfi_turn_on (const char *option);

/* Report what TARGET refuses of how the current function is compiled, once for
   each option of the unit.  True if there was something.  */
bool kcfi_report_refusals (const struct kcfi_target *target);

#endif
