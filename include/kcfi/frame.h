/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* What the entries of kcfi/vector.h save of a processor that has stopped, and what
   a handler in C does with it:

     int
     on_trap (struct kcfi_frame *frame)
     {
       struct kcfi_trap trap = kcfi_frame_decode (frame);
       if (!trap.kind)
	 return 0;			the entry goes on to whoever is next
       kcfi_put_trap (&trap, put, 0);
       stop ();				or, to make the call in spite of all:
       kcfi_frame_resume (frame, &trap);
       return 1;
     }

   For x86_64 and i386, aarch64, RISC-V, and arm's M profile.  Only general
   registers are saved: compile handlers with -mgeneral-regs-only on x86 and
   aarch64, and without floating point elsewhere.  */

#ifndef KCFI_FRAME_H
#define KCFI_FRAME_H

#include "kcfi.h"

/* --- x86: the gate of vector 6, invalid opcode ---------------------------------- */

#if defined __x86_64__ || defined __i386__

/* As the processor pushes them; of i386 the last two only if the privilege
   changes.  */
struct kcfi_frame
{
#ifdef __x86_64__
  __UINTPTR_TYPE__ registers[16];
#else
  __UINTPTR_TYPE__ registers[8];
#endif
  __UINTPTR_TYPE__ pc, cs, flags;
#ifdef __x86_64__
  __UINTPTR_TYPE__ sp, ss;
#endif
};

/* An invalid opcode is the only trap of this vector, and its code was just read.  */
static inline int
kcfi_frame_is_candidate (const struct kcfi_frame *frame)
{
  (void) frame;
  return 1;
}

#define KCFI_FRAME_PC(frame) ((frame)->pc)
#define KCFI_FRAME_FLAGS KCFI_FLAGS

static inline kcfi_u64
kcfi_frame_register (const void *context, unsigned number)
{
  const struct kcfi_frame *frame = (const struct kcfi_frame *) context;
  return frame
      ->registers[number
		  % (sizeof frame->registers / sizeof frame->registers[0])];
}

/* --- aarch64: a synchronous exception to EL1, EL2 or EL3 ----------------------------- */

#elif defined __aarch64__

struct kcfi_frame
{
  kcfi_u64 registers[31], pc, syndrome;
};

/* ESR's class is that of brk.  */
static inline int
kcfi_frame_is_candidate (const struct kcfi_frame *frame)
{
  return (frame->syndrome >> 26 & 0x3f) == 0x3c;
}

#define KCFI_FRAME_PC(frame) ((frame)->pc)
#define KCFI_FRAME_FLAGS KCFI_FLAGS

static inline kcfi_u64
kcfi_frame_register (const void *context, unsigned number)
{
  const struct kcfi_frame *frame = (const struct kcfi_frame *) context;
  return frame->registers[number % 31];
}

/* --- RISC-V: a trap to machine or supervisor mode ----------------------------------- */

#elif defined __riscv

struct kcfi_frame
{
  /* In the place of x0 is the address at which the processor stopped.  */
#ifdef __riscv_32e
  __UINTPTR_TYPE__ registers[16];
#else
  __UINTPTR_TYPE__ registers[32];
#endif
  __UINTPTR_TYPE__ cause;
};

/* A breakpoint.  */
static inline int
kcfi_frame_is_candidate (const struct kcfi_frame *frame)
{
  return frame->cause == 3;
}

#define KCFI_FRAME_PC(frame) ((frame)->registers[0])
#define KCFI_FRAME_FLAGS KCFI_FLAGS

static inline kcfi_u64
kcfi_frame_register (const void *context, unsigned number)
{
  const struct kcfi_frame *frame = (const struct kcfi_frame *) context;
  /* A power of two: there may be no instruction that divides.  */
  number %= sizeof frame->registers / sizeof frame->registers[0];
  return number ? frame->registers[number] : 0;
}

/* --- arm's M profile: UsageFault or HardFault ------------------------------------------ */

#elif defined __arm__ && __ARM_ARCH_PROFILE == 'M'

struct kcfi_frame
{
  kcfi_u32 *pushed;   /* By the processor: r0 to r3, r12, lr, pc, xpsr.  */
  kcfi_u32 saved[8];  /* r4 to r11.  */
  kcfi_u32 exception; /* EXC_RETURN.  */
};

/* The faults whose code can be read: an undefined instruction, or a bkpt without a
   debugger.  ARMv6-M and ARMv8-M's baseline do not say what happened.  */
static inline int
kcfi_frame_is_candidate (const struct kcfi_frame *frame)
{
  (void) frame;
#if defined __ARM_ARCH_6M__ || defined __ARM_ARCH_8M_BASE__
  return 1;
#else
  const volatile kcfi_u32 *configurable
      = (const volatile kcfi_u32 *) 0xe000ed28;
  const volatile kcfi_u32 *hard = (const volatile kcfi_u32 *) 0xe000ed2c;
  return (*configurable & 1u << 16) || (*hard & 1u << 31);
#endif
}

#define KCFI_FRAME_PC(frame) ((frame)->pushed[6])
#define KCFI_FRAME_FLAGS (KCFI_FLAGS | KCFI_THUMB)

static inline kcfi_u64
kcfi_frame_register (const void *context, unsigned number)
{
  const struct kcfi_frame *frame = (const struct kcfi_frame *) context;
  if (number < 4)
    return frame->pushed[number];
  if (number < 12)
    return frame->saved[number - 4];
  return frame->pushed[number == 12 ? 4 : 5];
}

#else
#error "kcfi/frame.h does not know this machine: doc/firmware.md has a table"
#endif

/* --- For all of them --------------------------------------------------------------- */

/* What the trap says.  The code at the trap and the target's id are read only if the
   processor's own words allow that it is a check's.  */
static inline struct kcfi_trap
kcfi_frame_decode (const struct kcfi_frame *frame)
{
  struct kcfi_state state;
  state.address = KCFI_FRAME_PC (frame);
  state.get = kcfi_frame_register;
  state.read = 0;
  state.context = frame;
  state.flags = KCFI_FRAME_FLAGS;
  return kcfi_frame_is_candidate (frame) ? kcfi_decode (&state)
					 : kcfi_foreign (&state);
}

/* The entry returns to the call of TRAP.  */
static inline void
kcfi_frame_resume (struct kcfi_frame *frame, const struct kcfi_trap *trap)
{
  KCFI_FRAME_PC (frame) = (__typeof__ (KCFI_FRAME_PC (frame))) trap->resume;
}

#endif
