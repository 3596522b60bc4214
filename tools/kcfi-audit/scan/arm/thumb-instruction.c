/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling instructions of Thumb apart.  Source: ARM Architecture Reference
   Manual, ARMv7-A, chapter A6 "Thumb Instruction Set Encoding".  */

#include "thumb-instruction.h"

/* The first that matches counts.  */

static const struct arm_pattern halves[] = {
  { 0xff07, 0x4700, THUMB_BRANCH_REGISTER },
  { 0xff87, 0x4687, THUMB_MOVE_PC },
  { 0xff87, 0x4487, THUMB_ADD_PC },
  { 0xff00, 0xde00, THUMB_TRAP },    /* udf  */
  { 0xff00, 0xdf00, THUMB_NOTHING }, /* svc  */
  { 0xf000, 0xd000, THUMB_BRANCH_CONDITION },
  { 0xf800, 0xe000, THUMB_BRANCH },

  { 0xf800, 0x4800, THUMB_LOAD_LITERAL },
  { 0xf800, 0xa000, THUMB_ADR },
  { 0xf800, 0xa800, THUMB_IMMEDIATE }, /* add rD, sp, #n  */
  { 0xff00, 0x4400, THUMB_ADD_ANY },
  { 0xff00, 0x4600, THUMB_MOVE_ANY },
  { 0xfe00, 0x1800, THUMB_ADD },
  { 0xf800, 0x6800, THUMB_LOAD_OFFSET },
  { 0xf800, 0x6000, THUMB_STORE_OFFSET },
  { 0xf800, 0x9800, THUMB_LOAD_STACK },
  { 0xf800, 0x9000, THUMB_STORE_STACK },
  { 0xfe00, 0x5800, THUMB_LOAD_INDEX },

  { 0xff00, 0xbc00, THUMB_POP },
  { 0xff00, 0xbd00, THUMB_POP_PC },
  { 0xff80, 0xb000, THUMB_DROP },
  { 0xf500, 0xb100, THUMB_BRANCH_ZERO },
  { 0xfff0, 0xbe80, THUMB_TRAP }, /* bkpt #0x80 to #0x8f  */
  { 0xffff, 0xbe00, THUMB_TRAP_NARROW },
  { 0xff00, 0xb200, THUMB_OTHER },   /* sxth, uxtb ...  */
  { 0xff00, 0xba00, THUMB_OTHER },   /* rev ...  */
  { 0xf000, 0xb000, THUMB_NOTHING }, /* Hints, push and their kin.  */
  { 0xf800, 0x2800, THUMB_NOTHING }, /* cmp rN, #n  */
  { 0xffc0, 0x4240, THUMB_OTHER },   /* rsbs rD, rN, #0  */
  { 0xff00, 0x4200, THUMB_NOTHING }, /* tst, cmp, cmn  */
  { 0xe000, 0xe000, THUMB_NOTHING }, /* Half of a word.  */

  { 0xf000, 0xc000, THUMB_MULTIPLE },
  { 0xe000, 0x2000, THUMB_IMMEDIATE },
};

static const struct arm_pattern words[] = {
  { 0xfff0ffe0, 0xe8d0f000, THUMB_BRANCH_TABLE },
  { 0xff70f000, 0xf850f000, THUMB_LOAD_PC },
  { 0xf800d000, 0xf0008000, THUMB_BRANCH_CONDITION },
  { 0xf800d000, 0xf0009000, THUMB_BRANCH },
  { 0xf800d000, 0xf000c000, THUMB_LINK_EXCHANGE },
  { 0xf800d000, 0xf000d000, THUMB_LINK },

  { 0xfb708000, 0xf2400000, THUMB_MOVE_HALF },
  { 0xfff0f0ff, 0xf0400001, THUMB_SET_THUMB },
  { 0xff7f0000, 0xf85f0000, THUMB_LOAD_LITERAL },
  { 0xff700000, 0xf8500000, THUMB_LOAD },
  { 0xfff00000, 0xf8c00000, THUMB_STORE },
  { 0xfe400000, 0xe8000000, THUMB_MULTIPLE },
  { 0xfff00000, 0xec500000, THUMB_TWO }, /* mrrc  */
};

enum thumb_operation
thumb_classify (unsigned half)
{
  return arm_match (halves, sizeof halves / sizeof *halves, half);
}

enum thumb_operation
thumb_classify_wide (uint32_t word)
{
  return arm_match (words, sizeof words / sizeof *words, word);
}

/* The number of WIDTH bits, the topmost of which is its sign.  */

static int64_t
sign_extend (uint64_t value, unsigned width)
{
  return (int64_t) (value << (64 - width)) >> (64 - width);
}

int64_t
thumb_branch_offset (enum thumb_operation operation, unsigned half)
{
  switch (operation)
    {
    case THUMB_BRANCH:
      return sign_extend (arm_field (half, 0, 11) << 1, 12);
    case THUMB_BRANCH_CONDITION:
      return sign_extend (thumb_byte (half) << 1, 9);
    default: /* cbz, cbnz: only forward.  */
      return arm_field (half, 9, 1) << 6 | arm_field (half, 3, 5) << 1;
    }
}

int64_t
thumb_wide_branch_offset (enum thumb_operation operation, uint32_t word)
{
  unsigned sign = arm_field (word, 26, 1);
  unsigned first = arm_field (word, 13, 1), second = arm_field (word, 11, 1);
  if (operation == THUMB_BRANCH_CONDITION)
    return sign_extend (sign << 20 | second << 19 | first << 18
			    | arm_field (word, 16, 6) << 12
			    | arm_field (word, 0, 11) << 1,
			21);
  return sign_extend (
      sign << 24 | (first ^ sign ^ 1) << 23 | (second ^ sign ^ 1) << 22
	  | arm_field (word, 16, 10) << 12 | arm_field (word, 0, 11) << 1,
      25);
}
