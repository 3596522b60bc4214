/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on loongarch64 (doc/abi-generic.md "loongarch64"):

	ld.w	$F, $R, -(4+4*M)
	lu12i.w	$E, ID >> 12
	ori	$E, $E, ID & 0xfff
	beq	$F, $E, 1f
	break	0				<- here
     1: jirl	$r1, $R, 0  */

#ifndef KCFI_DECODE_LOONGARCH_H
#define KCFI_DECODE_LOONGARCH_H

#include "trap.h"

static inline struct kcfi_trap
kcfi_decode_loongarch (const struct kcfi_state *state)
{
  struct kcfi_code code = kcfi_code_at (state, state->address, 0);
  if (kcfi_code_word (&code, 0) != 0x002a0000)
    return kcfi_foreign (state);
  kcfi_u32 branch = kcfi_code_word (&code, -4);
  unsigned found = branch >> 5 & 31, expected = branch & 31;
  if ((branch & 0xfffffc00) != 0x58000800)
    return kcfi_foreign (state);
  kcfi_u32 low = kcfi_code_word (&code, -8);
  kcfi_u32 high = kcfi_code_word (&code, -12);
  kcfi_u32 load = kcfi_code_word (&code, -16);
  unsigned target = load >> 5 & 31;
  if ((low & 0xffc003ff) != (0x03800000 | expected << 5 | expected)
      || (high & 0xfe00001f) != (0x14000000 | expected)
      || (load & 0xffe0001f) != (0x28a00000 | found))
    return kcfi_foreign (state);
  struct kcfi_trap trap
      = kcfi_failed_check (&code, kcfi_register (state, target),
			   (high >> 5 & 0xfffff) << 12 | (low >> 10 & 0xfff),
			   0x1000 - (load >> 10 & 0xfff), 4);
  kcfi_find_in_register (&trap, kcfi_register (state, found));
  kcfi_u32 call = kcfi_code_word (&code, 4);
  if (trap.kind && (call & 0xfc00001f) == 0x4c000000)
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

#endif
