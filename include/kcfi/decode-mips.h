/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on mips and mips64 (doc/abi-generic.md "mips"):

	lw	$F, -4($R)
	lui	$1, ID >> 16
	ori	$1, $1, ID & 0xffff
	tne	$F, $1				<- here
	jalr	$R  */

#ifndef KCFI_DECODE_MIPS_H
#define KCFI_DECODE_MIPS_H

#include "trap.h"

static inline struct kcfi_trap
kcfi_decode_mips (const struct kcfi_state *state)
{
  struct kcfi_code code = kcfi_code_at (state, state->address,
					(state->flags & KCFI_BIG_ENDIAN) != 0);
  kcfi_u32 trap_word = kcfi_code_word (&code, 0);
  unsigned found = trap_word >> 21 & 31;
  if ((trap_word & 0xfc1fffff) != 0x00010036)
    return kcfi_foreign (state);
  kcfi_u32 low = kcfi_code_word (&code, -4);
  if (low >> 16 != 0x3421)
    return kcfi_foreign (state);
  kcfi_u32 high = kcfi_code_word (&code, -8);
  kcfi_u32 load = kcfi_code_word (&code, -12);
  unsigned target = load >> 21 & 31;
  if (high >> 16 != 0x3c01 || (load & 0xfc1f8000) != (0x8c008000 | found << 16))
    return kcfi_foreign (state);
  struct kcfi_trap trap = kcfi_failed_check (
      &code, kcfi_register (state, target), high << 16 | (low & 0xffff),
      0x10000 - (load & 0xffff), 4);
  kcfi_find_in_register (&trap, kcfi_register (state, found));
  /* jr, or jalr that saves the return address nowhere.  */
  kcfi_u32 call = kcfi_code_word (&code, 4);
  if (trap.kind && (call >> 26) == 0
      && ((call & 0x3f) == 8 || (call & 0xf83f) == 9))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

#endif
