/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling virtual calls of C++ from others, as far as code alone tells.  */

#ifndef AUDIT_RISCV_SLOT_H
#define AUDIT_RISCV_SLOT_H

#include <stdbool.h>

#include "instruction.h"

enum riscv_loaded
{
  RISCV_NOT_LOADED,
  RISCV_FIRST_WORD, /* The first word of something ...  */
  RISCV_SLOT	    /* ... and what stands where it points to.  */
};

/* What each register has, as far as virtual calls need it.  */
struct riscv_slots
{
  unsigned char loaded[32]; /* enum riscv_loaded  */
};

/* Code that is not read here may have run: forget everything.  */
void riscv_forget_slots (struct riscv_slots *slots);

/* Note what INSTRUCTION, no branch, does; pointers have SIZE bytes.  */
void riscv_follow_slots (struct riscv_slots *slots,
			 const struct riscv_instruction *instruction,
			 unsigned size);

#endif
