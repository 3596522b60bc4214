/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling virtual calls of C++ from others, as far as code alone tells.  */

#ifndef AUDIT_X86_SLOT_H
#define AUDIT_X86_SLOT_H

#include "instruction.h"

/* True if INSTRUCTION, an indirect call or jump behind HISTORY, calls what it loads
   from a slot of a table whose address is the first thing in an object; each has SIZE
   bytes.  */
bool x86_loads_slot_p (const struct x86_history *history,
		       const struct x86_instruction *instruction,
		       unsigned size);

#endif
