/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instruction of Thumb: what the scan asks of it.  One of 16 bits is a half,
   one of 32 bits a word with the half that comes first on top.  */

#ifndef AUDIT_ARM_THUMB_INSTRUCTION_H
#define AUDIT_ARM_THUMB_INSTRUCTION_H

#include <stdbool.h>

#include "pattern.h"

enum thumb_operation
{
  THUMB_OTHER, /* May change what each of the fields for results names.  */
  THUMB_NOTHING,

  /* Branches.  */
  THUMB_BRANCH_REGISTER,  /* bx, blx  */
  THUMB_MOVE_PC,	  /* mov pc, rM  */
  THUMB_ADD_PC,		  /* add pc, rM  */
  THUMB_BRANCH,		  /* b  */
  THUMB_BRANCH_CONDITION, /* b.cond  */
  THUMB_BRANCH_ZERO,	  /* cbz, cbnz  */
  THUMB_LINK,		  /* bl  */
  THUMB_LINK_EXCHANGE,	  /* blx of a label  */
  THUMB_BRANCH_TABLE,	  /* tbb, tbh  */
  THUMB_LOAD_PC,	  /* ldr pc, ...  */

  /* What forms addresses.  */
  THUMB_LOAD_LITERAL, /* ldr rD, [pc, #n]  */
  THUMB_ADR,
  THUMB_ADD_ANY,      /* add rD, rM: the high registers among them  */
  THUMB_MOVE_ANY,     /* mov rD, rM  */
  THUMB_ADD,	      /* adds rD, rN, rM  */
  THUMB_LOAD_OFFSET,  /* ldr rD, [rN, #n]  */
  THUMB_STORE_OFFSET, /* str rD, [rN, #n]  */
  THUMB_LOAD_STACK,   /* ldr rD, [sp, #n]  */
  THUMB_STORE_STACK,  /* str rD, [sp, #n]  */
  THUMB_LOAD_INDEX,   /* ldr rD, [rN, rM]  */
  THUMB_MOVE_HALF,    /* movw, movt  */
  THUMB_SET_THUMB,    /* orr.w rD, rN, #1: a label as a target of bx  */
  THUMB_LOAD,	      /* ldr.w  */
  THUMB_STORE,	      /* str.w rT, [rN, #n]  */

  /* Others.  */
  THUMB_TWO,	   /* Changes rT and rN.  */
  THUMB_IMMEDIATE, /* Changes the register in bits 8 to 10.  */
  THUMB_POP,
  THUMB_POP_PC,
  THUMB_DROP,	    /* add sp, #n  */
  THUMB_MULTIPLE,   /* ldm, stm  */
  THUMB_TRAP,	    /* udf, or the bkpt of Thumb-2's checks  */
  THUMB_TRAP_NARROW /* bkpt #0, of Thumb-1's checks  */
};

enum
{
  THUMB_MOV_LR_PC = 0x46fe /* mov lr, pc  */
};

/* Bits of words that load.  */
enum thumb_bit
{
  THUMB_WRITES_BACK = 1 << 8,
  THUMB_UP_SHORT = 1 << 9, /* The short offset is added, not subtracted.  */
  THUMB_BEFORE = 1 << 10,  /* ... before the access.  */
  THUMB_LOADS = 1 << 20,   /* Of several registers: no store ...  */
  THUMB_BASE_CHANGES = 1 << 21, /* ... and the address goes into rN.  */
  THUMB_UP = 1 << 23,		/* The long offset is added.  */
  THUMB_TOP = 1 << 23		/* movt, not movw.  */
};

/* True if HALF is the first one of an instruction of 32 bits.  */
static inline bool
thumb_wide_p (unsigned half)
{
  return half >> 11 >= 0x1d;
}

enum thumb_operation thumb_classify (unsigned half);
enum thumb_operation thumb_classify_wide (uint32_t word);

/* How far from the program counter the direct branch of 16 or 32 bits leads.
   OPERATION is one of THUMB_BRANCH to THUMB_LINK_EXCHANGE.  */
int64_t thumb_branch_offset (enum thumb_operation operation, unsigned half);
int64_t thumb_wide_branch_offset (enum thumb_operation operation,
				  uint32_t word);

/* Fields of a half: the registers in bits 0 to 2, 3 to 5, 6 to 8 and 8 to 10,
   and two of four bits.  */

static inline unsigned
thumb_low (unsigned half)
{
  return arm_field (half, 0, 3);
}

static inline unsigned
thumb_middle (unsigned half)
{
  return arm_field (half, 3, 3);
}

static inline unsigned
thumb_high (unsigned half)
{
  return arm_field (half, 6, 3);
}

static inline unsigned
thumb_eight (unsigned half)
{
  return arm_field (half, 8, 3);
}

static inline unsigned
thumb_any_to (unsigned half)
{
  return arm_field (half, 7, 1) << 3 | thumb_low (half);
}

static inline unsigned
thumb_any_from (unsigned half)
{
  return arm_field (half, 3, 4);
}

static inline unsigned
thumb_byte (unsigned half)
{
  return arm_field (half, 0, 8);
}

/* Fields of a word: the register loaded, the result of operations, the base,
   and the index.  */

static inline unsigned
thumb_rt (uint32_t word)
{
  return arm_field (word, 12, 4);
}

static inline unsigned
thumb_rd (uint32_t word)
{
  return arm_field (word, 8, 4);
}

static inline unsigned
thumb_rn (uint32_t word)
{
  return arm_field (word, 16, 4);
}

static inline unsigned
thumb_rm (uint32_t word)
{
  return arm_field (word, 0, 4);
}

/* The constant of movw and movt.  */
static inline unsigned
thumb_half (uint32_t word)
{
  return arm_field (word, 16, 4) << 12 | arm_field (word, 26, 1) << 11
	 | arm_field (word, 12, 3) << 8 | arm_field (word, 0, 8);
}

#endif
