/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on RISC-V (doc/abi-targets.md "RISC-V"):

	lw	F, -(4+M nops)(R)
	lui	E, (ID + 0x800) >> 12	(either of these two may be missing)
	addiw	E, E, ID & 0xfff
	beq	F, E, 1f
	ebreak				<- here, four bytes or two
     1: jalr	R  */

#ifndef KCFI_DECODE_RISCV_H
#define KCFI_DECODE_RISCV_H

#include "trap.h"

/* The register of the call at OFFSET and in *LINK the one that gets the return
   address; 0 if there is no call.  */
static inline unsigned
kcfi_riscv_call (struct kcfi_code *code, int offset, unsigned *link)
{
  kcfi_u32 half = kcfi_code_half (code, offset);
  if ((half & 3) != 3)
    {
      /* c.jr and c.jalr.  */
      *link = half >> 12 & 1;
      return (half & 0xe07f) == 0x8002 ? half >> 7 & 31 : 0;
    }
  kcfi_u32 word = half | kcfi_code_half (code, offset + 2) << 16;
  *link = word >> 7 & 31;
  return (word & 0x707f) == 0x67 ? word >> 15 & 31 : 0;
}

/* How far in front of TARGET a load of FOUND before the branch reads, which is
   one or two instructions of two or four bytes away; 0 if there is none.  */
static inline unsigned
kcfi_riscv_offset (struct kcfi_code *code, unsigned found, unsigned target)
{
  for (int offset = -8; offset >= -16; offset -= 2)
    {
      kcfi_u32 word = kcfi_code_word (code, offset);
      if ((word & 0x800fffff) == (0x80002003 | target << 15 | found << 7))
	return 0x1000 - (word >> 20);
    }
  return 0;
}

static inline struct kcfi_trap
kcfi_decode_riscv (const struct kcfi_state *state)
{
  struct kcfi_code code = kcfi_code_at (state, state->address, 0);
  kcfi_u32 half = kcfi_code_half (&code, 0);
  unsigned size = half == 0x9002 ? 2 : 4, link;
  if (half != 0x9002 && (half != 0x0073 || kcfi_code_half (&code, 2) != 0x0010))
    return kcfi_foreign (state);
  kcfi_u32 branch = kcfi_code_word (&code, -4);
  /* beq over itself and the trap.  */
  if ((branch & 0xfe007fff) != (size == 2 ? 0x363 : 0x463))
    return kcfi_foreign (state);
  unsigned found = branch >> 15 & 31, expected = branch >> 20 & 31;
  unsigned target = kcfi_riscv_call (&code, (int) size, &link);
  if (!target)
    return kcfi_foreign (state);
  unsigned offset = kcfi_riscv_offset (&code, found, target);
  if (!offset)
    return kcfi_foreign (state);
  struct kcfi_trap trap = kcfi_failed_check (
      &code, kcfi_register (state, target),
      (kcfi_u32) kcfi_register (state, expected), offset, size);
  kcfi_find_in_register (&trap, kcfi_register (state, found));
  if (trap.kind && link == 0)
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

#endif
