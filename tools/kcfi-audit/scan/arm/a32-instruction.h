/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instruction of A32: what the scan asks of it.  */

#ifndef AUDIT_ARM_A32_INSTRUCTION_H
#define AUDIT_ARM_A32_INSTRUCTION_H

#include "pattern.h"

enum a32_operation
{
  A32_NOTHING,	       /* Changes no register that is followed.  */
  A32_BRANCH_REGISTER, /* bx, blx of a register  */
  A32_BRANCH,	       /* b, bl, of a condition or not  */
  A32_BRANCH_EXCHANGE, /* blx of a label  */

  A32_POP_PC,	    /* ldr pc, [sp], ...: a return  */
  A32_LOAD_PC,	    /* ldr pc, ...  */
  A32_MOVE_PC,	    /* mov pc, rM  */
  A32_ADD_PC_TABLE, /* add pc, pc, rM, ...  */
  A32_ADD_PC,	    /* add pc, ...  */
  A32_RETURN,	    /* subs pc, lr, #n: from an exception  */
  A32_WRITE_PC,	    /* Other operations with that result.  */

  A32_MOVE_HALF, /* movw, movt  */
  A32_EXTRA,	 /* May change rD and rN: multiplications, ldrh ...  */
  A32_LOAD_PAIR, /* The same, and the register behind rD.  */
  A32_ADD,
  A32_MOVE,	 /* mov rD, rM  */
  A32_OPERATION, /* Changes rD.  */
  A32_MEMORY,	 /* ldr, str, ldrb, strb  */
  A32_MULTIPLE	 /* ldm, stm  */
};

/* Bits of some instructions.  */
enum a32_bit
{
  A32_LINKS = 1 << 5,	      /* A branch to a register.  */
  A32_DIRECT_LINKS = 1 << 24, /* A direct branch.  */
  A32_LOADS = 1 << 20,	      /* Accesses of memory: no store.  */
  A32_WRITES_BACK = 1 << 21,  /* The address goes into rN.  */
  A32_BYTE = 1 << 22,	      /* One byte, not four.  */
  A32_UP = 1 << 23,	      /* The offset is added, not subtracted.  */
  A32_BEFORE = 1 << 24,	      /* It is added before the access.  */
  A32_REGISTER_OFFSET = 1 << 25,
  A32_IMMEDIATE = 1 << 25, /* Operations: rM is none, but a constant.  */
  A32_TOP = 1 << 22	   /* movt, not movw.  */
};

enum
{
  A32_CONDITION_ALWAYS = 14,
  A32_MOV_LR_PC = 0xe1a0e00f /* mov lr, pc  */
};

enum a32_operation a32_classify (uint32_t word);

static inline unsigned
a32_condition (uint32_t word)
{
  return word >> 28;
}

static inline unsigned
a32_rd (uint32_t word)
{
  return arm_field (word, 12, 4);
}

static inline unsigned
a32_rn (uint32_t word)
{
  return arm_field (word, 16, 4);
}

static inline unsigned
a32_rm (uint32_t word)
{
  return arm_field (word, 0, 4);
}

/* The offset of a load or store, without its sign.  */
static inline unsigned
a32_offset (uint32_t word)
{
  return arm_field (word, 0, 12);
}

/* The constant of movw and movt.  */
static inline unsigned
a32_half (uint32_t word)
{
  return arm_field (word, 16, 4) << 12 | arm_field (word, 0, 12);
}

/* How far from the program counter a branch leads.  */
static inline int64_t
a32_branch_offset (uint32_t word)
{
  return (int64_t) ((uint64_t) word << 40) >> 38;
}

/* The rotated immediate of an operation.  */
static inline uint32_t
a32_immediate (uint32_t word)
{
  unsigned rotation = arm_field (word, 8, 4) * 2;
  uint32_t value = arm_field (word, 0, 8);
  return rotation ? value >> rotation | value << (32 - rotation) : value;
}

#endif
