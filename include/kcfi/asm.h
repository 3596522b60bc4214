/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* Functions of assembler that C may call through pointers: the id of a prototype
   in front of the label, for files that go through the preprocessor (.S).

     KCFI_TYPED_FUNC (reset_handler)
	...
     KCFI_END_FUNC (reset_handler)

   is a global function.  It takes its id from the symbol __kcfi_typeid_NAME, which
   each C unit has that uses the function's address; KCFI_REFERENCE of kcfi/kcfi.h
   makes it where none does.  A link without it reports an undefined reference.

     KCFI_TYPED_FUNC_ID (reset_handler, 0x45f98f84)

   has the id as a number, which `kcfi-gcc --kcfi-id PROTOTYPE' tells.  This one is
   right in every link.  The other is not where GNU ld makes a PIE or a shared
   library of it: on x86_64 it then reports a relocation R_X86_64_32, on arm, mips
   and s390x it would say nothing and write another word, so that these macros
   refuse to be assembled as position-independent code there (-fno-pie).

   A program that is compiled with -fpatchable-function-entry=N,M assembles with
   -DKCFI_PREFIX=M.  Under -fcf-protection=branch and -mbranch-protection= the
   function begins with the landing pad that these demand.

   The forms are those of doc/abi.md, doc/abi-targets.md and doc/abi-generic.md of
   KCFI for GCC.  */

#ifndef KCFI_ASM_H
#define KCFI_ASM_H

/* clang-format off */

#ifndef KCFI_PREFIX
#define KCFI_PREFIX 0
#endif

#define KCFI_TYPED_FUNC_ID(name, id)                                           \
  KCFI_ID_IN_FRONT (name, .4byte KCFI_ID_IN_CODE (id))                         \
  KCFI_ENTRY (name)

#define KCFI_TYPED_FUNC(name)                                                  \
  KCFI_REFUSE_PIE                                                              \
  KCFI_ID_IN_FRONT (name, KCFI_SYMBOL_WORD (__kcfi_typeid_##name))             \
  KCFI_ENTRY (name)

#define KCFI_END_FUNC(name) .size name, . - name

/* The entry itself.  */
#define KCFI_ENTRY(name)                                                       \
  .globl name;                                                                 \
  .type name, KCFI_FUNCTION;                                                   \
  name: KCFI_LANDING_PAD

#ifdef __arm__ /* Where @ begins a comment.  */
#define KCFI_FUNCTION %function
#else
#define KCFI_FUNCTION @function
#endif

/* On mips, __PIC__ is defined for all programs that may call shared libraries.  */
#if ((defined __arm__ || defined __s390x__) && defined __PIC__)                \
    || (defined __mips__ && defined __PIE__)
#define KCFI_REFUSE_PIE                                                        \
  .error "KCFI_TYPED_FUNC in a PIE: use KCFI_TYPED_FUNC_ID, or -fno-pie";
#else
#define KCFI_REFUSE_PIE
#endif

/* The word of a symbol.  With this relocation GNU ld does not take it for an
   address in a PIE.  */
#ifdef __riscv
#define KCFI_SYMBOL_WORD(symbol)                                               \
  .reloc ., R_RISCV_SET32, symbol;                                             \
  .4byte 0
#else
#define KCFI_SYMBOL_WORD(symbol) .4byte symbol
#endif

/* Where data and code have different forms: movl $ID, %eax.  An id that looks like
   an endbr, also if it is negated, is one more in code.  A comparison that holds
   is -1 for the assembler.  */
#if defined __x86_64__ || defined __i386__

#define KCFI_ID_IN_CODE(id)                                                    \
  (id) - ((id) == 0xfa1e0ff3) - ((id) == 0xfb1e0ff3) - ((id) == 0x05e1f00d)    \
      - ((id) == 0x04e1f00d)

#define KCFI_ID_IN_FRONT(name, word)                                           \
  .p2align 4;                                                                  \
  .globl __cfi_##name;                                                         \
  .type __cfi_##name, KCFI_FUNCTION;                                           \
  __cfi_##name: .fill (-(KCFI_PREFIX + 5)) & 15, 1, 0x90;                     \
  .byte 0xb8;                                                                  \
  word;                                                                        \
  .size __cfi_##name, . - __cfi_##name;                                        \
  .fill KCFI_PREFIX, 1, 0x90;

#else

#define KCFI_ID_IN_CODE(id) (id)

#define KCFI_ID_IN_FRONT(name, word)                                           \
  KCFI_INSTRUCTION_SET                                                         \
  .p2align 2;                                                                  \
  word;                                                                        \
  .rept KCFI_PREFIX;                                                           \
  KCFI_NOP;                                                                    \
  .endr;                                                                       \
  KCFI_THUMB_ENTRY

#endif

#ifdef __s390x__
#define KCFI_NOP .2byte 0x0707 /* nopr */
#else
#define KCFI_NOP nop
#endif

#if KCFI_PREFIX && (defined __mips__ || defined __powerpc__)
#error "there is no patchable prefix on this machine"
#endif
#if defined __powerpc64__ && _CALL_ELF != 2
#error "kcfi/asm.h knows powerpc64's ELFv2 only: in ELFv1 the id is in front of the code"
#endif

/* Thumb, if the compiler is asked for it; a `.thumb' in the file is not seen.  */
#ifdef __thumb__
#define KCFI_INSTRUCTION_SET .thumb;
#define KCFI_THUMB_ENTRY .thumb_func;
#else
#define KCFI_INSTRUCTION_SET
#define KCFI_THUMB_ENTRY
#endif

#if defined __CET__ && (__CET__ & 1) && defined __x86_64__
#define KCFI_LANDING_PAD endbr64
#elif defined __CET__ && (__CET__ & 1) && defined __i386__
#define KCFI_LANDING_PAD endbr32
#elif defined __aarch64__ && defined __ARM_FEATURE_BTI_DEFAULT
#define KCFI_LANDING_PAD hint #34
#elif defined __thumb__ && defined __ARM_FEATURE_BTI_DEFAULT
#define KCFI_LANDING_PAD hint #15
#else
#define KCFI_LANDING_PAD
#endif

#endif
