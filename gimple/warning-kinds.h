/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plugin's warnings; plain C, so that the arguments can name them.  */

#ifndef KCFI_WARNING_KINDS_H
#define KCFI_WARNING_KINDS_H

/* Bits of a set of warnings.  The names in plugin/arguments.c are in this
   order.  */
enum kcfi_warning
{
  KCFI_WARN_CAST = 1,	      /* A function pointer conversion changes the
				 id: a call through the result traps.  */
  KCFI_WARN_DEVIRT = 2,	      /* A call became direct that would trap.  */
  KCFI_WARN_UNPROTOTYPED = 4, /* A call that no check can cover.  */
  KCFI_WARN_ALIAS = 8,	      /* An alias has another id than its target.  */
  KCFI_WARN_UNSTABLE = 16,    /* An id that differs between units.  */
  KCFI_WARN_TRAMPOLINE = 32,  /* A nested function's address is taken.  */
  KCFI_WARN_IFUNC = 64,	      /* The address of a function that is chosen at
				 run time can be that of a PLT entry.  */
  KCFI_WARN_RUST_FFI = 128,   /* A prototype that no function of Rust has.  */

  /* What is wrong in a program of C or C++ alone.  */
  KCFI_WARN_ALL = 127,
  KCFI_WARN_DEFAULT = KCFI_WARN_TRAMPOLINE | KCFI_WARN_IFUNC
};

#endif
