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
     1: blr	xR

   With check=out-of-line the branch is  b.ne  to the trap, which stands behind the
   function with a branch to the call behind it:

	brk	#(0x8000 | E << 5 | R)		<- here
	b	1b  */

#ifndef KCFI_DECODE_AARCH64_H
#define KCFI_DECODE_AARCH64_H

#include "trap.h"

/* What follows the branch of the check whose trap is at CODE's site, relative to it:
   4, or where the branch behind the trap leads if the check's branch leads here.  0 if
   there is no such branch.  */
static inline int
kcfi_aarch64_pass (struct kcfi_code *code)
{
  if (kcfi_code_word (code, -4) == 0x54000040)
    return 4;
  kcfi_u32 back = kcfi_code_word (code, 4);
  int pass = (int) (back & 0x3ffffff) - (int) ((back & 0x2000000) << 1);
  pass = 4 + 4 * pass;
  /* b.ne reaches over 2^18 instructions.  */
  if ((back & 0xfc000000) != 0x14000000 || pass > 0 || pass < -0x100000 + 8)
    return 0;
  kcfi_u32 branch = kcfi_code_word (code, pass - 4);
  return branch == (0x54000001 | (kcfi_u32) (4 - pass) / 4 << 5) ? pass : 0;
}

static inline struct kcfi_trap
kcfi_decode_aarch64 (const struct kcfi_state *state)
{
  /* Code is little endian always.  */
  struct kcfi_code code = kcfi_code_at (state, state->address, 0);
  kcfi_u32 trap_word = kcfi_code_word (&code, 0);
  unsigned target = trap_word >> 5 & 31, expected = trap_word >> 10 & 31;
  /* brk, and bits 15 to 10 of its number.  */
  if ((trap_word & 0xffff801f) != 0xd4300000)
    return kcfi_foreign (state);
  int pass = kcfi_aarch64_pass (&code);
  if (pass == 0)
    return kcfi_foreign (state);
  /* Where a trap between check and call would be, or is.  */
  int check_end = pass == 4 ? 0 : pass;
  kcfi_u32 compare = kcfi_code_word (&code, check_end - 8);
  unsigned found = compare >> 5 & 31;
  kcfi_u32 load = kcfi_code_word (&code, check_end - 20);
  if (compare != (0x6b00001f | expected << 16 | found << 5)
      || (load & 0xfff00fff) != (0xb8500000 | target << 5 | found))
    return kcfi_foreign (state);
  struct kcfi_trap trap
      = kcfi_failed_check (&code, kcfi_register (state, target),
			   (kcfi_u32) kcfi_register (state, expected),
			   0x200 - (load >> 12 & 0x1ff), 4);
  kcfi_find_in_register (&trap, kcfi_register (state, found));
  /* br, or under -mharden-sls=all a branch to a thunk.  */
  kcfi_u32 call = kcfi_code_word (&code, pass);
  if (trap.kind
      && ((call & 0xfffffc1f) == 0xd61f0000
	  || (call & 0xfc000000) == 0x14000000))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

#endif
