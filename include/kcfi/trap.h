/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* What is given to a decoder and what it returns, and how decoders read.

   A decoder believes nothing: it reads code from the trap backwards, piece by
   piece, and looks at the next piece only if the last one is of a check.  The
   forms are those of doc/abi.md, doc/abi-targets.md and doc/abi-generic.md of
   KCFI for GCC.  */

#ifndef KCFI_TRAP_H
#define KCFI_TRAP_H

typedef __UINT8_TYPE__ kcfi_u8;
typedef __UINT32_TYPE__ kcfi_u32;
typedef __INT32_TYPE__ kcfi_i32;
typedef __UINT64_TYPE__ kcfi_u64;

enum
{
  KCFI_BIG_ENDIAN = 1, /* Data.  */
  KCFI_32_BIT = 2,     /* Pointers; on x86 also the code.  */
  KCFI_THUMB = 4       /* arm: the T bit of the trap is set.  */
};

/* The flags of the machine that this code is compiled for.  On arm, T of the
   trapped processor's state decides about KCFI_THUMB, which the M profile always
   has.  */
enum
{
  KCFI_FLAGS = (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? KCFI_BIG_ENDIAN : 0)
	       | (__SIZEOF_POINTER__ == 4 ? KCFI_32_BIT : 0)
};

/* Registers have the numbers that instructions give them: 0 to 15 or 31, with 0
   to 7 for eax ecx edx ebx esp ebp esi edi on x86.  These two of powerpc have
   none.  */
enum
{
  KCFI_POWERPC_CTR = 32,
  KCFI_POWERPC_LR = 33
};

/* A processor that stands at a trap.  */
struct kcfi_state
{
  /* Where, as the processor or the system says it.  Address 0 or 1 is fine.  */
  kcfi_u64 address;

  /* The value of register NUMBER at the trap.  */
  kcfi_u64 (*get) (const void *context, unsigned number);

  /* Copies COUNT bytes of memory from ADDRESS on to BYTES.  Returns 0 if they
     cannot be read.  Null: memory is read directly, which is right where the
     trap's code and data are in this program's address space.  */
  int (*read) (const void *context, kcfi_u64 address, void *bytes,
	       unsigned count);

  const void *context; /* For GET and READ.  */
  unsigned flags;      /* KCFI_FLAGS, KCFI_THUMB.  */
};

enum kcfi_kind
{
  KCFI_FOREIGN,	 /* Not the trap of a check; nothing else is known.  */
  KCFI_CALL,	 /* A failed check of a call that would return here.  */
  KCFI_TAIL_CALL /* The same of a jump at a function's end.  */
};

struct kcfi_trap
{
  enum kcfi_kind kind;
  kcfi_u64 caller;   /* The trap, which is in the function that calls.  */
  kcfi_u64 target;   /* The pointer; on arm with its Thumb bit.  */
  kcfi_u32 expected; /* The id of the call.  */
  kcfi_u32 found;    /* What stands where the target's id should.  */
  int found_known;   /* Nonzero if FOUND could be read.  */

  /* How many bytes in front of the target the check has read: those of the
     patchable prefix and those of the id itself.  Virtual calls of C++ (doc/cxx.md)
     read further away than the other calls of a program.  */
  unsigned id_offset;

  kcfi_u64 resume; /* The call itself, for who goes on in spite of all.  */
  unsigned skip;   /* RESUME minus the address in the state.  */
};

static inline struct kcfi_trap
kcfi_foreign (const struct kcfi_state *state)
{
  struct kcfi_trap trap
      = { KCFI_FOREIGN, state->address, 0, 0, 0, 0, 0, state->address, 0 };
  return trap;
}

/* --- For the decoders -------------------------------------------------------- */

static inline int
kcfi_read_bytes (const struct kcfi_state *state, kcfi_u64 address,
		 kcfi_u8 *bytes, unsigned count)
{
  if (state->read)
    return state->read (state->context, address, bytes, count);
  const volatile kcfi_u8 *from
      = (const volatile kcfi_u8 *) (__UINTPTR_TYPE__) address;
  if ((__UINTPTR_TYPE__) address != address)
    return 0;
  for (unsigned i = 0; i < count; i++)
    bytes[i] = from[i];
  return 1;
}

static inline kcfi_u32
kcfi_join (const kcfi_u8 *bytes, unsigned count, int big_endian)
{
  kcfi_u32 value = 0;
  for (unsigned i = 0; i < count; i++)
    value = value << 8 | bytes[big_endian ? i : count - 1 - i];
  return value;
}

/* Code around a trap.  What could not be read is 0, and FAILED is set.  */
struct kcfi_code
{
  const struct kcfi_state *state;
  kcfi_u64 site; /* Of the trap; offsets are relative to it.  */
  int big_endian;
  int failed;
};

static inline struct kcfi_code
kcfi_code_at (const struct kcfi_state *state, kcfi_u64 site, int big_endian)
{
  struct kcfi_code code = { state, site, big_endian, 0 };
  return code;
}

/* COUNT bytes, 1, 2 or 4, at OFFSET from the trap.  */
static inline kcfi_u32
kcfi_code_value (struct kcfi_code *code, int offset, unsigned count)
{
  kcfi_u8 bytes[4] = { 0, 0, 0, 0 };
  if ((offset < 0 && code->site < (kcfi_u64) -offset)
      || !kcfi_read_bytes (
	  code->state, code->site + (kcfi_u64) (kcfi_i32) offset, bytes, count))
    {
      code->failed = 1;
      return 0;
    }
  return kcfi_join (bytes, count, code->big_endian);
}

static inline kcfi_u32
kcfi_code_byte (struct kcfi_code *code, int offset)
{
  return kcfi_code_value (code, offset, 1);
}

static inline kcfi_u32
kcfi_code_half (struct kcfi_code *code, int offset)
{
  return kcfi_code_value (code, offset, 2);
}

static inline kcfi_u32
kcfi_code_word (struct kcfi_code *code, int offset)
{
  return kcfi_code_value (code, offset, 4);
}

static inline kcfi_u64
kcfi_register (const struct kcfi_state *state, unsigned number)
{
  kcfi_u64 value = state->get (state->context, number);
  return state->flags & KCFI_32_BIT ? (kcfi_u32) value : value;
}

/* The trap of a check: CODE's site, a call through TARGET, whose id is OFFSET
   bytes in front of it and should be EXPECTED.  The call is SIZE bytes behind
   the site.  Foreign if something could not be read.  */
static inline struct kcfi_trap
kcfi_failed_check (struct kcfi_code *code, kcfi_u64 target, kcfi_u32 expected,
		   unsigned offset, unsigned size)
{
  const struct kcfi_state *state = code->state;
  struct kcfi_trap trap = kcfi_foreign (state);
  if (code->failed)
    return trap;
  trap.kind = KCFI_CALL;
  trap.caller = code->site;
  trap.target = target;
  trap.expected = expected;
  trap.id_offset = offset;
  trap.resume = code->site + size;
  trap.skip = (unsigned) (trap.resume - state->address);
  return trap;
}

/* FOUND of TRAP is the word in front of ENTRY.  */
static inline void
kcfi_find_in_memory (const struct kcfi_state *state, struct kcfi_trap *trap,
		     kcfi_u64 entry)
{
  kcfi_u8 bytes[4];
  if (trap->kind == KCFI_FOREIGN || entry < trap->id_offset
      || !kcfi_read_bytes (state, entry - trap->id_offset, bytes, 4))
    return;
  trap->found = kcfi_join (bytes, 4, (state->flags & KCFI_BIG_ENDIAN) != 0);
  trap->found_known = 1;
}

/* FOUND of TRAP is VALUE, which the check has left in a register.  */
static inline void
kcfi_find_in_register (struct kcfi_trap *trap, kcfi_u64 value)
{
  if (trap->kind == KCFI_FOREIGN)
    return;
  trap->found = (kcfi_u32) value;
  trap->found_known = 1;
}

#endif
