/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* The trap of a check on x86_64 (doc/abi.md "Check") and i386:

	41 ba imm32	movl	$-ID, %r10d	(b8+S imm32 for eax to edi)
	4x 03 modrm d	addl	-(4+M)(%R), %r10d
	(58+S		pop	%S)
	74 02		je	1f
	0f 0b		ud2				<- here
     1: call	*%R

   or, with check=not-taken,

	75 01		jne	1f
	a8		test	$0xd6, %al
     1:	d6						<- here
	call	*%R  */

#ifndef KCFI_DECODE_X86_H
#define KCFI_DECODE_X86_H

#include "trap.h"

struct kcfi_x86_add
{
  int start; /* Relative to the trap.  */
  unsigned scratch, target;
  kcfi_u32 displacement;
};

/* The `addl DISPLACEMENT(%TARGET), %SCRATCH' of LENGTH bytes that ends at END;
   returns 0 if there is none.  */
static inline int
kcfi_x86_read_add (struct kcfi_code *code, int end, int length,
		   struct kcfi_x86_add *add)
{
  int at = end - length;
  unsigned rex = 0;
  add->start = at;
  kcfi_u32 byte = kcfi_code_byte (code, at);
  /* Code of 16 bits: %cs:, and operand and address of 32.  */
  while ((byte == 0x2e || byte == 0x66 || byte == 0x67) && at < end)
    byte = kcfi_code_byte (code, ++at);
  if ((byte & 0xf8) == 0x40 && !(code->state->flags & KCFI_32_BIT))
    {
      rex = byte;
      byte = kcfi_code_byte (code, ++at);
    }
  kcfi_u32 modrm = kcfi_code_byte (code, ++at);
  unsigned mode = modrm >> 6;
  if (byte != 0x03 || (mode != 1 && mode != 2))
    return 0;
  unsigned base = modrm & 7;
  if (base == 4)
    {
      kcfi_u32 sib = kcfi_code_byte (code, ++at);
      if ((sib & 0x38) != 0x20)
	return 0;
      base = sib & 7;
    }
  at++;
  if (at + (mode == 1 ? 1 : 4) != end)
    return 0;
  add->target = base | (rex & 1) << 3;
  add->scratch = (modrm >> 3 & 7) | (rex & 4) << 1;
  add->displacement = mode == 1 ? kcfi_code_byte (code, at) | 0xffffff00
				: kcfi_code_word (code, at);
  /* An id is in front of its function.  */
  return add->displacement >> 31
	 && (mode == 2 || kcfi_code_byte (code, at) >> 7);
}

/* Whether `movl $imm32, %SCRATCH' ends in front of ADD.  */
static inline int
kcfi_x86_move_p (struct kcfi_code *code, const struct kcfi_x86_add *add)
{
  return kcfi_code_byte (code, add->start - 5) == (0xb8 | (add->scratch & 7))
	 && (add->scratch < 8 || kcfi_code_byte (code, add->start - 6) == 0x41);
}

/* jmp *%R, or a jump to a thunk, with the prefixes of notrack and of -mindirect-
   branch-cs-prefix, at OFFSET.  */
static inline int
kcfi_x86_tail_call_p (struct kcfi_code *code, int offset)
{
  kcfi_u32 byte = kcfi_code_byte (code, offset);
  while (byte == 0x3e || byte == 0x2e || byte == 0x41 || byte == 0x66)
    byte = kcfi_code_byte (code, ++offset);
  return byte == 0xe9
	 || (byte == 0xff
	     && (kcfi_code_byte (code, offset + 1) & 0xf8) == 0xe0);
}

/* Where the comparison ends in front of the trap, and the trap's SIZE; 0 if
   neither form is there.  */
static inline int
kcfi_x86_comparison_end (struct kcfi_code *code, unsigned *size)
{
  kcfi_u32 byte = kcfi_code_byte (code, 0);
  *size = byte == 0xd6 ? 1 : 2;
  if (byte == 0xd6)
    return kcfi_code_byte (code, -1) == 0xa8
		   && kcfi_code_half (code, -3) == 0x0175
	       ? -3
	       : 0;
  return byte == 0x0f && kcfi_code_byte (code, 1) == 0x0b
		 && kcfi_code_half (code, -2) == 0x0274
	     ? -2
	     : 0;
}

static inline struct kcfi_trap
kcfi_decode_x86 (const struct kcfi_state *state)
{
  struct kcfi_code code = kcfi_code_at (state, state->address, 0);
  unsigned size;
  int end = kcfi_x86_comparison_end (&code, &size);
  if (!end)
    return kcfi_foreign (state);
  /* No displacement ends in such a byte, and only those of 32 bits in ff.  */
  int saved = (kcfi_code_byte (&code, end - 1) & 0xf8) == 0x58;
  end -= saved;
  /* The longest first: what stands in front of a short one is an id.  No length
     leads out of the check, in front of which there may be no memory.  */
  struct kcfi_x86_add add;
  int length = kcfi_code_byte (&code, end - 1) == 0xff ? 11 : 8;
  while (length >= 3
	 && !(kcfi_x86_read_add (&code, end, length, &add)
	      && kcfi_x86_move_p (&code, &add)))
    length--;
  if (length < 3)
    return kcfi_foreign (state);
  kcfi_u32 expected = -kcfi_code_word (&code, add.start - 4);
  struct kcfi_trap trap
      = kcfi_failed_check (&code, kcfi_register (state, add.target), expected,
			   -add.displacement, size);
  if (saved)
    kcfi_find_in_memory (state, &trap, trap.target);
  else
    kcfi_find_in_register (&trap,
			   kcfi_register (state, add.scratch) + expected);
  if (trap.kind && kcfi_x86_tail_call_p (&code, (int) size))
    trap.kind = KCFI_TAIL_CALL;
  return trap;
}

#endif
