/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on aarch64 (doc/abi-targets.md "aarch64"):

	ldur	wF, [xR, #-(4+4*M)]
	movk	wE, #ID & 0xffff
	movk	wE, #ID >> 16, lsl #16
	cmp	wF, wE
	b.eq	1f
	brk	#(0x8000 | E << 5 | R)		<- here
     1: blr	xR  */

#ifndef KCFI_DECODE_AARCH64_H
#define KCFI_DECODE_AARCH64_H

#include "trap.h"

static inline struct kcfi_trap
kcfi_decode_aarch64 (const struct kcfi_state *state)
{
  /* Code is little endian always.  */
  struct kcfi_code code = kcfi_code_at (state, state->address, 0);
  kcfi_u32 trap_word = kcfi_code_word (&code, 0);
  unsigned target = trap_word >> 5 & 31, expected = trap_word >> 10 & 31;
  /* brk, and bits 15 to 10 of its number.  */
  if ((trap_word & 0xffff801f) != 0xd4300000
      || kcfi_code_word (&code, -4) != 0x54000040)
    return kcfi_foreign (state);
  kcfi_u32 compare = kcfi_code_word (&code, -8);
  unsigned found = compare >> 5 & 31;
  kcfi_u32 load = kcfi_code_word (&code, -20);
  if (compare != (0x6b00001f | expected << 16 | found << 5)
      || (load & 0xfff00fff) != (0xb8500000 | target << 5 | found))
    return kcfi_foreign (state);
  struct kcfi_trap trap
      = kcfi_failed_check (&code, kcfi_register (state, target),
			   (kcfi_u32) kcfi_register (state, expected),
			   0x200 - (load >> 12 & 0x1ff), 4);
  kcfi_find_in_register (&trap, kcfi_register (state, found));
  /* br, or under -mharden-sls=all a branch to a thunk.  */
  kcfi_u32 call = kcfi_code_word (&code, 4);
  if (trap.kind
      && ((call & 0xfffffc1f) == 0xd61f0000
	  || (call & 0xfc000000) == 0x14000000))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

#endif
