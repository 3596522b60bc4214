/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on s390x (doc/abi-generic.md "s390x"):

	c0 S9 imm32	iilf	%rS, -ID
	e3 .. 5e	aly	%rS, -(4+2*M)(%rR)
	(e3 .. 04	lg	%r0, 16(%r15))
	a7 a4 00 06	brc	10, 1f
	a7 f4 00 01	j	.+2			<- here
	a7 f4 ff fe	j	back
     1: basr	%r14, %rR

   The jump leads into its own operand, which is no instruction, and the
   processor then stands behind it: 4 bytes after the site; an emulator may stay
   at 2 bytes.  */

#ifndef KCFI_DECODE_S390X_H
#define KCFI_DECODE_S390X_H

#include "trap.h"

/* bcr 15 and brcl 15.  */
static inline int
kcfi_s390x_tail_call_p (struct kcfi_code *code)
{
  kcfi_u32 call = kcfi_code_half (code, 8);
  return (call & 0xfff0) == 0x07f0 || call == 0xc0f4;
}

/* The check whose jump into itself is at SITE.  */
static inline struct kcfi_trap
kcfi_s390x_check_at (const struct kcfi_state *state, kcfi_u64 site)
{
  struct kcfi_code code = kcfi_code_at (state, site, 1);
  if (kcfi_code_word (&code, 0) != 0xa7f40001
      || kcfi_code_word (&code, 4) != 0xa7f4fffe
      || kcfi_code_word (&code, -4) != 0xa7a40006)
    return kcfi_foreign (state);
  int add = -10, saved = 0;
  if (kcfi_code_word (&code, add) == 0xe300f010
      && kcfi_code_half (&code, add + 4) == 0x0004)
    {
      saved = 1;
      add -= 6;
    }
  /* e3, scratch and no index, base and 12 bits; 8 bits more and 5e.  */
  kcfi_u32 first = kcfi_code_word (&code, add);
  kcfi_u32 second = kcfi_code_half (&code, add + 4);
  unsigned scratch = first >> 20 & 15, target = first >> 12 & 15;
  if ((first & 0xff0f0000) != 0xe3000000 || (second & 0x80ff) != 0x805e
      || kcfi_code_half (&code, add - 6) != (0xc009 | scratch << 4))
    return kcfi_foreign (state);
  kcfi_u32 expected = -kcfi_code_word (&code, add - 4);
  struct kcfi_trap trap = kcfi_failed_check (
      &code, kcfi_register (state, target), expected,
      0x100000 - ((second >> 8 & 0xff) << 12 | (first & 0xfff)), 8);
  if (saved)
    kcfi_find_in_memory (state, &trap, trap.target);
  else
    kcfi_find_in_register (&trap, kcfi_register (state, scratch) + expected);
  if (trap.kind && kcfi_s390x_tail_call_p (&code))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

static inline struct kcfi_trap
kcfi_decode_s390x (const struct kcfi_state *state)
{
  struct kcfi_trap trap = kcfi_foreign (state);
  for (unsigned behind = 4; !trap.kind && behind <= 4; behind -= 2)
    if (state->address >= behind)
      trap = kcfi_s390x_check_at (state, state->address - behind);
  return trap;
}

#endif
