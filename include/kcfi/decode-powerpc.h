/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on powerpc64 (doc/abi-generic.md "powerpc64"):

	mfctr	S
	lwz	S, -4(S)		(S = 0: addic 0,0,-4; lwzx 0,0,0)
	xoris	S, S, HIGH
	twnei	S, LOW			<- here
	bctrl				(ELFv1: ld 2, 8(N) before it)  */

#ifndef KCFI_DECODE_POWERPC_H
#define KCFI_DECODE_POWERPC_H

#include "trap.h"

/* The offset of the load into SCRATCH in front of the trap, and where the move
   from ctr is into *MOVE; 0 if there is no load.  */
static inline unsigned
kcfi_powerpc_offset (struct kcfi_code *code, unsigned scratch, int *move)
{
  kcfi_u32 load = kcfi_code_word (code, -8);
  *move = -12;
  if (scratch == 0)
    {
      if (load != 0x7c00002e)
	return 0;
      load = kcfi_code_word (code, -12);
      *move = -16;
      if ((load & 0xffff8000) != 0x30008000)
	return 0;
    }
  else if ((load & 0xffff8000) != (0x80008000 | scratch << 21 | scratch << 16))
    return 0;
  return 0x10000 - (load & 0xffff);
}

/* bctr or blr, which do not come back, at OFFSET or behind the load of the TOC
   there.  */
static inline int
kcfi_powerpc_tail_call_p (struct kcfi_code *code, int offset)
{
  kcfi_u32 word = kcfi_code_word (code, offset);
  if ((word & 0xffe00003) == 0xe8400000)
    word = kcfi_code_word (code, offset + 4);
  return word == 0x4e800420 || word == 0x4e800020;
}

static inline struct kcfi_trap
kcfi_decode_powerpc (const struct kcfi_state *state)
{
  struct kcfi_code code = kcfi_code_at (state, state->address,
					(state->flags & KCFI_BIG_ENDIAN) != 0);
  kcfi_u32 trap_word = kcfi_code_word (&code, 0);
  unsigned scratch = trap_word >> 16 & 31;
  if ((trap_word & 0xffe00000) != 0x0f000000)
    return kcfi_foreign (state);
  kcfi_u32 change = kcfi_code_word (&code, -4);
  if ((change & 0xffff0000) != (0x6c000000 | scratch << 21 | scratch << 16))
    return kcfi_foreign (state);
  int move;
  unsigned offset = kcfi_powerpc_offset (&code, scratch, &move);
  if (!offset)
    return kcfi_foreign (state);
  kcfi_u32 source = kcfi_code_word (&code, move);
  int from_ctr = source == (0x7c0902a6 | scratch << 21);
  if (!from_ctr && source != (0x7c0802a6 | scratch << 21))
    return kcfi_foreign (state);
  /* twnei extends the sign of LOW.  */
  kcfi_u32 low = trap_word & 0xffff, high = change << 16;
  struct kcfi_trap trap = kcfi_failed_check (
      &code,
      kcfi_register (state, from_ctr ? KCFI_POWERPC_CTR : KCFI_POWERPC_LR),
      high ^ (low & 0x8000 ? low | 0xffff0000 : low), offset, 4);
  kcfi_find_in_register (&trap, kcfi_register (state, scratch) ^ high);
  if (trap.kind && kcfi_powerpc_tail_call_p (&code, 4))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

#endif
