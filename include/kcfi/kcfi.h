/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* For programs that are compiled with KCFI and have no kernel below them that
   knows what a failed check is: attributes, and what a trap says.  C11 and C++,
   freestanding; it includes no header of a C library.

     KCFI_UNCHECKED		a function that makes calls without checks
     KCFI_SALT ("text")		a function type with ids of its own
     KCFI_REFERENCE (name)	this unit says the id of an assembler function

     kcfi_decode (state)	a trap -> caller, target, ids (kcfi/trap.h)
     kcfi_format (...)		one line of text about it (kcfi/format.h)
     KCFI_FOR_EACH_TRAP (...)	the sites in .kcfi_traps (kcfi/table.h)

   kcfi/posix.h is a ready handler for user space, kcfi/asm.h has the typed
   functions of assembler.  The guide is doc/firmware.md of KCFI for GCC.  */

#ifndef KCFI_KCFI_H
#define KCFI_KCFI_H

/* Whether the compiler knows the attributes: the plugin brings cfi_salt along,
   and without it they would give warnings.  */
#if defined __has_attribute
#if __has_attribute(cfi_salt)
#define KCFI_HAS_SALT 1
#define KCFI_HAS_UNCHECKED 1
#endif
#endif
#if defined __has_feature
#if __has_feature(kcfi)
#define KCFI_HAS_UNCHECKED 1
#endif
#endif

/* The indirect calls in this function are not checked, wherever it is inlined:
   for calls of code that has no ids, such as a ROM's, or that the program has
   itself written.  The function can still be called through pointers.

     KCFI_UNCHECKED static int call_rom (int (*entry) (int), int value);  */
#ifdef KCFI_HAS_UNCHECKED
#define KCFI_UNCHECKED __attribute__ ((__no_sanitize__ ("kcfi")))
#else
#define KCFI_UNCHECKED
#endif

/* In a function type, usually in a typedef: pointers to functions of this type
   accept only functions declared with the same text.

     typedef void KCFI_SALT ("driver") operation (struct device *);  */
#ifdef KCFI_HAS_SALT
#define KCFI_SALT(text) __attribute__ ((cfi_salt (text)))
#else
#define KCFI_SALT(text)
#endif

/* At file level, behind a declaration of NAME: the object has the symbol
   __kcfi_typeid_NAME, from which assembler code takes its id (kcfi/asm.h).  Any
   use of the function's address has the same effect.  */
#define KCFI_REFERENCE(name)                                                   \
  __attribute__ ((__used__)) static __typeof__ (&name)                         \
      const kcfi_reference_##name                                              \
      = &name

#include "trap.h"
#include "table.h"
#include "format.h"
#include "decode-aarch64.h"
#include "decode-arm.h"
#include "decode-loongarch.h"
#include "decode-mips.h"
#include "decode-powerpc.h"
#include "decode-riscv.h"
#include "decode-s390x.h"
#include "decode-x86.h"

/* What the trap in STATE says, by the rules of the machine that this code is
   compiled for.  */
static inline struct kcfi_trap
kcfi_decode (const struct kcfi_state *state)
{
#if defined __aarch64__
  return kcfi_decode_aarch64 (state);
#elif defined __arm__
  return kcfi_decode_arm (state);
#elif defined __loongarch__
  return kcfi_decode_loongarch (state);
#elif defined __mips__
  return kcfi_decode_mips (state);
#elif defined __powerpc__
  return kcfi_decode_powerpc (state);
#elif defined __riscv
  return kcfi_decode_riscv (state);
#elif defined __s390x__
  return kcfi_decode_s390x (state);
#elif defined __x86_64__ || defined __i386__
  return kcfi_decode_x86 (state);
#else
  return kcfi_foreign (state);
#endif
}

#endif
