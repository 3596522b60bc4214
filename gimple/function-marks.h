/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which functions get a preamble and which symbols `__kcfi_typeid_', decided
   before optimisation as Clang's front end does.  */

#ifndef KCFI_FUNCTION_MARKS_H
#define KCFI_FUNCTION_MARKS_H

#include "mark.h"
#include "prototype-ids.h"

/* Announce the dump of what is decided; call once, before kcfi_dumps_start.  */
void kcfi_function_marks_start (void);

/* Mark every function definition of the unit, each with CHOICES, and call DECLARED with the assembler name (an IDENTIFIER_NODE) of
   every function whose address is taken and that is not defined here.  Call
   once at PLUGIN_ALL_IPA_PASSES_START.  */
void kcfi_mark_functions (const struct kcfi_code_choices *choices,
			  void (*declared) (tree symbol, uint32_t id));

#endif
