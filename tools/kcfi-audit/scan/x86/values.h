/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86_64: what instructions do to registers.  */

#ifndef AUDIT_X86_VALUES_H
#define AUDIT_X86_VALUES_H

#include "../register-values.h"
#include "instruction.h"

/* What INSTRUCTION does to VALUES, numbered as in instructions.  */
void x86_follow (struct audit_values *values,
		 const struct x86_instruction *instruction);

/* What INSTRUCTION, which reads memory, finds there.  */
struct audit_value x86_loaded (const struct audit_values *values,
			       const struct x86_instruction *instruction);

#endif
