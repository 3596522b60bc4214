/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling instructions of A32 apart.  Source: ARM Architecture Reference
   Manual, ARMv7-A, chapter A5 "ARM Instruction Set Encoding".  */

#include "a32-instruction.h"

/* The first that matches counts.  */

static const struct arm_pattern unconditional[] = {
  { 0xfe000000, 0xfa000000, A32_BRANCH_EXCHANGE },
};

static const struct arm_pattern conditional[] = {
  { 0x0fffffd0, 0x012fff10, A32_BRANCH_REGISTER },
  { 0x0e000000, 0x0a000000, A32_BRANCH },

  { 0x0e000010, 0x06000010, A32_EXTRA }, /* uxth, smmul ...  */
  { 0x0f1ff000, 0x041df000, A32_POP_PC },
  { 0x0f1ff000, 0x061df000, A32_POP_PC },
  { 0x0e10f000, 0x0410f000, A32_LOAD_PC },
  { 0x0e10f000, 0x0610f000, A32_LOAD_PC },
  { 0x0c000000, 0x04000000, A32_MEMORY },
  { 0x0e000000, 0x08000000, A32_MULTIPLE },

  { 0x0fb00000, 0x03000000, A32_MOVE_HALF },
  { 0x0ff00ff0, 0x01b00f90, A32_LOAD_PAIR }, /* ldrexd  */
  { 0x0e1000f0, 0x000000d0, A32_LOAD_PAIR }, /* ldrd  */
  { 0x0e000090, 0x00000090, A32_EXTRA },
  { 0x0ff000f0, 0x01200070, A32_NOTHING }, /* bkpt  */
  { 0x0f900000, 0x01000000, A32_EXTRA },   /* clz, smlabb ...  */
  { 0x0d800000, 0x01000000, A32_NOTHING }, /* Comparisons, hints.  */

  { 0x0feffff0, 0x01a0f000, A32_MOVE_PC },
  { 0x0ffff010, 0x008ff000, A32_ADD_PC_TABLE },
  { 0x0de0f000, 0x0080f000, A32_ADD_PC },
  { 0x0ffff000, 0x025ef000, A32_RETURN },
  { 0x0c00f000, 0x0000f000, A32_WRITE_PC },

  { 0x0de00000, 0x00800000, A32_ADD },
  { 0x0fff0fff, 0x01a0000f, A32_OPERATION }, /* mov rD, pc  */
  { 0x0fff0ff0, 0x01a00000, A32_MOVE },
  { 0x0c000000, 0x00000000, A32_OPERATION },

  { 0x0f100010, 0x0e100010, A32_OPERATION }, /* mrc  */
  { 0x0ff00000, 0x0c500000, A32_EXTRA },     /* mrrc  */
};

enum a32_operation
a32_classify (uint32_t word)
{
  enum
  {
    UNCONDITIONAL = 15
  };
  if (a32_condition (word) == UNCONDITIONAL)
    return arm_match (unconditional,
		      sizeof unconditional / sizeof *unconditional, word);
  return arm_match (conditional, sizeof conditional / sizeof *conditional,
		    word);
}
