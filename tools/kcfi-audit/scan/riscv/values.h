/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RISC-V's instructions and the values in registers.  */

#ifndef AUDIT_RISCV_VALUES_H
#define AUDIT_RISCV_VALUES_H

#include "../register-values.h"
#include "instruction.h"

enum
{
  RISCV_ZERO = 0
};

/* Follow INSTRUCTION at PLACE, no jump, in VALUES.  */
void riscv_follow (struct audit_values *values,
		   const struct riscv_instruction *instruction, uint64_t place);

#endif
