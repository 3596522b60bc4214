/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on arm (doc/abi-targets.md "arm"), A32 and Thumb-2:

	bic	rS, rR, #1
	ldr	rS, [rS, #-(4+M nops)]
	eor	rS, rS, #ID & 0xff		(three, and an eors)
	(pop	{rS})
	beq	1f
	udf	#(0x83e0 | R)			<- here; #(0x80 | R) in Thumb-2,
     1: blx	rR				   or a bkpt of the same number

   and Thumb-1, where F and E are low registers:

	movs	rE, #1
	mov(s)	rF, rR
	bics	rF, rE
	subs	rF, #(4+M nops)
	ldr	rF, [rF]
	movs	rE, #ID >> 24
	lsls	rE, rE, #8
	adds	rE, #ID >> 16 & 0xff		(twice more)
	cmp	rF, rE
	(pop	{rF} or {rE, rF})
	beq	1f
	bkpt	#0				<- here
     1: blx	rR  */

#ifndef KCFI_DECODE_ARM_H
#define KCFI_DECODE_ARM_H

#include "trap.h"

/* The four bytes at OFFSET; of Thumb code the first half is the upper one.  */
static inline kcfi_u32
kcfi_arm_word (struct kcfi_code *code, int offset, int thumb)
{
  return thumb ? kcfi_code_half (code, offset) << 16
		     | kcfi_code_half (code, offset + 2)
	       : kcfi_code_word (code, offset);
}

/* The immediate of an eor, or of an eors if LAST, of register SCRATCH at OFFSET;
   code->failed if it is another instruction.  A32 rotates 8 bits by twice 4 bits,
   Thumb-2 by 5 bits i:imm3:a, 1bcdefgh (ARM ARM, ThumbExpandImm).  */
static inline kcfi_u32
kcfi_arm_eor (struct kcfi_code *code, int offset, int thumb, unsigned scratch,
	      int last)
{
  kcfi_u32 word = kcfi_arm_word (code, offset, thumb);
  kcfi_u32 value = word & 0xff, set = last ? 0x100000 : 0;
  unsigned rotation;
  if (!thumb)
    {
      if ((word & 0xfffff000)
	  != (0xe2200000 | set | scratch << 16 | scratch << 12))
	code->failed = 1;
      rotation = word >> 7 & 30;
    }
  else
    {
      if ((word & 0xfbff8f00)
	  != (0xf0800000 | set | scratch << 16 | scratch << 8))
	code->failed = 1;
      rotation = (word >> 26 & 1) << 4 | (word >> 11 & 14) | (word >> 7 & 1);
      if (rotation >= 8)
	value |= 0x80;
      else if (rotation > 1)
	code->failed = 1; /* One byte in several places.  */
      else
	rotation = 0;
    }
  return rotation ? value >> rotation | value << (32 - rotation) : value;
}

/* How many bytes the pop in front of OFFSET has, 0 if there is none; the
   registers that it loads are bits of *LIST.  */
static inline int
kcfi_arm_pop (struct kcfi_code *code, int offset, int thumb, kcfi_u32 *list)
{
  if (thumb)
    {
      kcfi_u32 half = kcfi_code_half (code, offset - 2);
      *list = half & 0xff;
      return (half & 0xff00) == 0xbc00 ? 2 : 0;
    }
  /* ldr rS, [sp], #4 */
  kcfi_u32 word = kcfi_code_word (code, offset - 4);
  *list = 1u << (word >> 12 & 15);
  return (word & 0xffff0fff) == 0xe49d0004 ? 4 : 0;
}

/* bx and, in ARMv4, a move to pc.  There the return address is written by an
   instruction of its own, so that the jump is not the first.  */
static inline int
kcfi_arm_tail_call_p (struct kcfi_code *code, int offset, int thumb)
{
  if (thumb)
    return (kcfi_code_half (code, offset) & 0xff87) == 0x4700;
  kcfi_u32 word = kcfi_code_word (code, offset);
  return (word & 0xfffffff0) == 0xe12fff10 || (word & 0xfffffff0) == 0xe1a0f000;
}

/* A check whose trap, which names register TARGET, has SIZE bytes.  */
static inline struct kcfi_trap
kcfi_arm_wide (struct kcfi_code *code, int thumb, unsigned target,
	       unsigned size)
{
  const struct kcfi_state *state = code->state;
  kcfi_u32 list, expected = 0;
  if (kcfi_arm_word (code, -4, thumb)
      != (thumb ? 0xf0008000 | size / 2 : 0x0a000000))
    return kcfi_foreign (state);
  int popped = kcfi_arm_pop (code, -4, thumb, &list);
  int at = -4 - popped;
  unsigned scratch
      = kcfi_arm_word (code, at - 4, thumb) >> (thumb ? 8 : 12) & 15;
  for (int i = 3; i >= 0; i--)
    expected |= kcfi_arm_eor (code, at -= 4, thumb, scratch, i == 3);
  kcfi_u32 load = kcfi_arm_word (code, at - 4, thumb);
  kcfi_u32 wanted = thumb ? 0xf8500c00 | scratch << 16 | scratch << 12
			  : 0xe5100000 | scratch << 16 | scratch << 12;
  unsigned offset = load & (thumb ? 0xff : 0xfff);
  kcfi_u32 clear = thumb ? 0xf0200001 | target << 16 | scratch << 8
			 : 0xe3c00001 | target << 16 | scratch << 12;
  if (code->failed || load - offset != wanted
      || kcfi_arm_word (code, at - 8, thumb) != clear
      || (popped && list != 1u << scratch))
    return kcfi_foreign (state);
  kcfi_u64 pointer = kcfi_register (state, target);
  struct kcfi_trap trap
      = kcfi_failed_check (code, pointer, expected, offset, size);
  if (popped)
    kcfi_find_in_memory (state, &trap, pointer & ~(kcfi_u64) 1);
  else
    kcfi_find_in_register (&trap, kcfi_register (state, scratch) ^ expected);
  if (trap.kind && kcfi_arm_tail_call_p (code, (int) size, thumb))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

/* The id that the seven instructions in front of OFFSET put into register
   EXPECTED; code->failed if they are others.  */
static inline kcfi_u32
kcfi_arm_narrow_id (struct kcfi_code *code, int offset, unsigned expected)
{
  kcfi_u32 id = 0;
  for (int i = 0, at = offset - 14; i < 4; i++, at += 4)
    {
      kcfi_u32 half = kcfi_code_half (code, at);
      if ((half & 0xff00) != ((i ? 0x3000 : 0x2000) | expected << 8)
	  || (i
	      && kcfi_code_half (code, at - 2)
		     != (0x0200 | expected << 3 | expected)))
	code->failed = 1;
      id = id << 8 | (half & 0xff);
    }
  return id;
}

/* The register that the `mov' or `movs' at OFFSET copies to LOW; 16 if there is
   none.  */
static inline unsigned
kcfi_arm_narrow_target (struct kcfi_code *code, int offset, unsigned low)
{
  kcfi_u32 half = kcfi_code_half (code, offset);
  if ((half & 0xffc7) == low)
    return half >> 3 & 7;
  if ((half & 0xff87) == (0x4600 | low))
    return half >> 3 & 15;
  return 16;
}

static inline struct kcfi_trap
kcfi_arm_narrow (struct kcfi_code *code)
{
  const struct kcfi_state *state = code->state;
  kcfi_u32 list = 0;
  if (kcfi_code_half (code, -2) != 0xd000)
    return kcfi_foreign (state);
  int at = -2;
  int popped = kcfi_arm_pop (code, at, 1, &list);
  at -= popped + 2;
  kcfi_u32 compare = kcfi_code_half (code, at);
  unsigned expected = compare >> 3 & 7, found = compare & 7;
  if ((compare & 0xffc0) != 0x4280)
    return kcfi_foreign (state);
  kcfi_u32 id = kcfi_arm_narrow_id (code, at, expected);
  at -= 22;
  kcfi_u32 distance = kcfi_code_half (code, at + 4);
  unsigned target = kcfi_arm_narrow_target (code, at, found);
  if (code->failed || target > 15
      || kcfi_code_half (code, at + 2) != (0x4380 | expected << 3 | found)
      || (distance & 0xff00) != (0x3800 | found << 8)
      || kcfi_code_half (code, at + 6) != (0x6800 | found << 3 | found))
    return kcfi_foreign (state);
  kcfi_u64 pointer = kcfi_register (state, target);
  struct kcfi_trap trap
      = kcfi_failed_check (code, pointer, id, distance & 0xff, 2);
  if (popped && list >> found & 1)
    kcfi_find_in_memory (state, &trap, pointer & ~(kcfi_u64) 1);
  else
    kcfi_find_in_register (&trap, kcfi_register (state, found));
  if (trap.kind && kcfi_arm_tail_call_p (code, 2, 1))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

/* Code in the byte order BIG_ENDIAN.  */
static inline struct kcfi_trap
kcfi_arm_check_in (const struct kcfi_state *state, int big_endian)
{
  struct kcfi_code code = kcfi_code_at (state, state->address, big_endian);
  if (state->flags & KCFI_THUMB)
    {
      kcfi_u32 half = kcfi_code_half (&code, 0);
      if (half == 0xbe00)
	return kcfi_arm_narrow (&code);
      if ((half & 0xfff0) == 0xde80)
	return kcfi_arm_wide (&code, 1, half & 15, 2);
      /* Linux goes on 4 bytes further, so that a nop follows.  */
      if ((half & 0xfff0) == 0xbe80)
	return kcfi_arm_wide (&code, 1, half & 15,
			      kcfi_code_half (&code, 2) == 0xbf00 ? 4 : 2);
      return kcfi_foreign (state);
    }
  kcfi_u32 word = kcfi_code_word (&code, 0);
  if ((word & 0xfffffff0) == 0xe7f83ef0 || (word & 0xfffffff0) == 0xe1283e70)
    return kcfi_arm_wide (&code, 0, word & 15, 4);
  return kcfi_foreign (state);
}

/* Big-endian programs have code of either order (BE8 and BE32).  */
static inline struct kcfi_trap
kcfi_decode_arm (const struct kcfi_state *state)
{
  struct kcfi_trap trap = kcfi_arm_check_in (state, 0);
  if (!trap.kind && state->flags & KCFI_BIG_ENDIAN)
    trap = kcfi_arm_check_in (state, 1);
  return trap;
}

#endif
