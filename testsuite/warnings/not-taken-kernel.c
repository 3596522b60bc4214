/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the form of check" } */
/* { dg-plugin-args "check=not-taken kernel-traps" } */
/* { dg-warning "Linux takes a trap of 'check=not-taken' for an undefined instruction; use 'check=classic'" "" { target *-*-* } 0 } */
/* What decode_cfi_insn of Linux's arch/x86/kernel/cfi.c reads in front of a trap is
   Clang's form.  */

int variable;
